import { Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useAmendments } from '../amendment-queries'
import { AmendmentCard } from '../components/amendment-card'
import { ProposeAmendment } from '../components/propose-amendment'
import { useAmendmentText } from '../use-amendment-text'

export default function AmendmentsPage() {
  const { contestId = '' } = useParams()
  const t = useAmendmentText()
  const localized = useLocalized()
  const contest = useContest(contestId)
  const list = useAmendments(contestId)
  const error = contest.error ?? list.error
  if (!contest.data || !list.data)
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: t('contest') }}
        height={320}
        error={error}
        onRetry={() => {
          void contest.refetch()
          void list.refetch()
        }}
      />
    )
  const amendable = contest.data.rounds.filter((round) => round.hasAttempts && round.state !== 'closed')
  return (
    <Page tabTitle={t('title')}>
      <PageHead
        title={t('title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: localized(contest.data.contest.title) }}
        actions={amendable.length > 0 && <ProposeAmendment rounds={amendable} />}
      />
      <Stack gap={5}>
        <p>{t('lead')}</p>
        {list.data.amendments.length === 0 && (
          <p>
            {t('none')}. {t('noneText')}
          </p>
        )}
        {list.data.amendments.map((amendment) => (
          <AmendmentCard key={amendment.id} amendment={amendment} />
        ))}
      </Stack>
    </Page>
  )
}
