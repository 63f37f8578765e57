import { Card, EmptyState, LinkButton, Page, Row, Stack } from '@thiso/kit'
import FilePen from 'lucide-react/icons/file-pen'
import { useParams } from 'react-router'
import { useAmendments } from '../../../lib/amendments/amendment-queries'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { AmendmentCard } from '../components/amendment-card'
import { useAmendmentText } from '../use-amendment-text'

export default function AmendmentsPage() {
  const { contestId = '' } = useParams()
  const t = useAmendmentText()
  const localized = useLocalized()
  const query = useContest(contestId)
  const list = useAmendments(contestId)
  const error = query.error ?? list.error
  if (!query.data || !list.data)
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: t('contest') }}
        height={320}
        error={error}
        onRetry={() => {
          void query.refetch()
          void list.refetch()
        }}
      />
    )
  const { contest, rounds } = query.data
  const started = rounds.filter((round) => round.hasAttempts)
  const { names } = list.data
  const nameOf = (id: string) => {
    const name = names[id]
    return name && localized(name)
  }
  return (
    <Page tabTitle={t('title')}>
      <PageHead
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: localized(contest.title) }}
        lead={t('lead')}
      />
      <Stack gap={6}>
        {started.length > 0 && (
          <Card title={t('propose.title')}>
            <Stack gap={4}>
              <p className="ts-quiet-text">{t('propose.lead')}</p>
              <Row gap={3}>
                {started
                  .filter((round) => round.state !== 'closed')
                  .map((round) => (
                    <LinkButton key={round.id} to={`/dot/${round.id}/sua-the-le`} icon={FilePen}>
                      {t('propose.round', { name: localized(round.name) })}
                    </LinkButton>
                  ))}
                <LinkButton to={`/cuoc-thi/${contestId}/sua-the-le/moi`} icon={FilePen}>
                  {t('propose.contest')}
                </LinkButton>
              </Row>
            </Stack>
          </Card>
        )}
        {list.data.amendments.length === 0 && (
          <EmptyState compact title={t('none')}>
            {started.length === 0 && t('noneText')}
          </EmptyState>
        )}
        {list.data.amendments.map((amendment) => (
          <AmendmentCard key={amendment.id} amendment={amendment} nameOf={nameOf} />
        ))}
      </Stack>
    </Page>
  )
}
