import { useQuery } from '@tanstack/react-query'
import { Banner, Button, Card, formatDate, formatDateTime, Page, Skeleton, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { usePrizeTexts } from '../texts/use-prize-texts'
import './winners.css'

/** What a certificate's code stands for; the QR code on the paper leads here. */
export default function CertificatePage() {
  const { code = '' } = useParams()
  const t = usePrizeTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code)
  useEffect(() => setTyped(code), [code])
  const query = useQuery({
    queryKey: ['certificate', code],
    queryFn: ({ signal }) => call('certificate', { params: { code }, signal }),
    enabled: code !== '',
    retry: false,
  })
  const found = query.data
  return (
    <Page title={t('check.title')} lead={t('check.lead')} width="narrow">
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const asked = typed.trim()
            if (asked) void navigate(`/kiem-tra/${encodeURIComponent(asked)}`)
          }}
        >
          <Stack>
            <TextInput
              label={t('check.code')}
              hint={t('check.codeHint')}
              value={typed}
              onChange={setTyped}
              maxLength={40}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" variant="primary" busy={query.isFetching}>
              {t('check.look')}
            </Button>
          </Stack>
        </form>
        {query.isLoading && <Skeleton height={220} />}
        {query.isError && (
          <Banner tone="bad" live="polite">
            {sentence(query.error)}
          </Banner>
        )}
        {found && (
          <Card>
            <Stack>
              <Banner
                tone={found.isValid ? 'good' : 'bad'}
                title={found.isValid ? t('check.valid') : t('check.withdrawn')}
                live="polite"
              >
                {found.withdrawnAt && t('check.withdrawnAt', { at: formatDateTime(found.withdrawnAt) })}
              </Banner>
              <dl className="prizes-facts">
                <dt>{t('check.name')}</dt>
                <dd>{found.name}</dd>
                <dt>{t('check.prize')}</dt>
                <dd>
                  {t(`tier.${found.tier}`)}
                  {found.table && `, ${t('table', { table: found.table })}`}
                </dd>
                <dt>{t('check.contest')}</dt>
                <dd>{localized(found.contestTitle)}</dd>
                {found.roundName && (
                  <>
                    <dt>{t('check.round')}</dt>
                    <dd>{localized(found.roundName)}</dd>
                  </>
                )}
                <dt>{t('check.organizer')}</dt>
                <dd>{localized(found.organizerName)}</dd>
                <dt>{t('check.date')}</dt>
                <dd>{formatDate(found.publishedAt)}</dd>
                <dt>{t('check.code')}</dt>
                <dd className="ts-number">{found.code}</dd>
              </dl>
              <p className="ts-quiet-text ts-small">{t('check.asPublished')}</p>
            </Stack>
          </Card>
        )}
      </Stack>
    </Page>
  )
}
