import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import type { WinnerNameChoice } from '@thiso/contracts/vocab'
import {
  Banner,
  Button,
  Card,
  Dialog,
  EmptyState,
  ErrorState,
  LinkButton,
  notify,
  Page,
  RadioGroup,
  Skeleton,
  Stack,
} from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { usePrizeTexts } from '../texts/use-prize-texts'
import './winners.css'

type Prize = ApiOutput<'myPrizes'>['prizes'][number]
const openStates: readonly Prize['state'][] = ['proposed', 'identity-checked', 'confirmed']

export default function MyPrizesPage() {
  const t = usePrizeTexts()
  const sentence = useProblemText()
  const query = useQuery({ queryKey: ['my-prizes'], queryFn: ({ signal }) => call('myPrizes', { signal }) })
  const prizes = query.data?.prizes ?? []
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      {query.isPending && <Skeleton height={220} />}
      {query.isError && !query.data && (
        <ErrorState busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {query.data && prizes.length === 0 && (
        <EmptyState title={t('mine.empty')} action={<LinkButton to="/">{t('mine.toHome')}</LinkButton>}>
          {t('mine.emptyText')}
        </EmptyState>
      )}
      <Stack>
        {prizes.map((prize) => (
          <PrizeCard key={prize.id} prize={prize} />
        ))}
      </Stack>
    </Page>
  )
}

/** A prize, where it stands, and under which name it may be published. */
function PrizeCard({ prize }: { prize: Prize }) {
  const t = usePrizeTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const client = useQueryClient()
  const choosing = useMutation({
    mutationFn: (choice: WinnerNameChoice) =>
      call('choosePrizeName', { params: { winnerId: prize.id }, body: { choice } }),
    onSuccess: () => {
      notify(t('mine.saved'), { tone: 'good' })
      // Pending until the page knows it too, so that the choice never jumps back.
      return client.invalidateQueries({ queryKey: ['my-prizes'] })
    },
    onError: (error) => notify(sentence(error), { tone: 'bad' }),
  })
  const chosen = choosing.isPending ? choosing.variables : prize.nameChoice
  const [isAsking, setAsking] = useState(false)
  // Consent may be withdrawn at any time, also once everybody has read the name.
  const isNamedInFull = !openStates.includes(prize.state) && prize.publishedName === prize.fullName
  const reward = localized(prize.reward)
  return (
    <Card title={`${t(`tier.${prize.tier}`)}${prize.table ? `, ${t('table', { table: prize.table })}` : ''}`}>
      <Stack>
        <div>
          <p>
            {localized(prize.contestTitle)}
            {prize.roundName && `, ${localized(prize.roundName)}`}
          </p>
          {reward && <p className="ts-quiet-text prizes-reward">{reward}</p>}
        </div>
        <p>
          <strong>{t(`mine.state.${prize.state}`)}</strong>
        </p>
        {openStates.includes(prize.state) && (
          <RadioGroup
            label={t('mine.nameQuestion')}
            look="cards"
            options={[
              {
                value: 'full',
                label: t('mine.full', { name: prize.fullName }),
                disabled: prize.needsGuardian,
              },
              { value: 'masked', label: t('mine.masked', { name: prize.maskedName }) },
            ]}
            value={chosen ?? ''}
            onChange={(choice) => choosing.mutate(choice)}
          />
        )}
        {openStates.includes(prize.state) && prize.needsGuardian && <Banner>{t('mine.needsGuardian')}</Banner>}
        {prize.publishedName && <p>{t('mine.publishedAs', { name: prize.publishedName })}</p>}
        {isNamedInFull && (
          <div>
            <Button busy={choosing.isPending} onClick={() => setAsking(true)}>
              {t('mine.shorten')}
            </Button>
          </div>
        )}
        <Dialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={t('mine.shorten')}
          actions={
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false)
                choosing.mutate('masked')
              }}
            >
              {t('mine.shortenConfirm')}
            </Button>
          }
        >
          <p>{t('mine.shortenLead', { name: prize.maskedName })}</p>
        </Dialog>
        {prize.certificateCode && (
          <p>
            <Link className="prizes-link" to={`/kiem-tra/${prize.certificateCode}`}>
              {t('mine.certificate', { code: '' })}
              <span className="prizes-code">{prize.certificateCode}</span>
            </Link>
          </p>
        )}
      </Stack>
    </Card>
  )
}
