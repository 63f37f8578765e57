import { Banner, LinkButton, Page } from '@thiso/kit'
import { useParams } from 'react-router'
import { pendingFor, useAmendments } from '../../../lib/amendments/amendment-queries'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { AmendContestForm } from '../components/amend-contest-form'
import { canPredictIn } from '../contest-draft'
import { useContestText } from '../use-contest-text'

/** Common rules and prizes of a contest that people have taken part in. */
export default function AmendContestPage() {
  const { contestId = '' } = useParams()
  const t = useContestText()
  const localized = useLocalized()
  const query = useContest(contestId)
  const amendments = useAmendments(contestId)
  if (!query.data || !amendments.data)
    return (
      <PageWait
        title={t('amend.title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: t('list.contest') }}
        height={480}
        error={query.error ?? amendments.error}
        onRetry={() => {
          void query.refetch()
          void amendments.refetch()
        }}
      />
    )
  const { contest, rounds } = query.data
  return (
    <Page width="wide" tabTitle={t('amend.title')}>
      <PageHead
        title={t('amend.title')}
        up={{ to: `/cuoc-thi/${contestId}`, name: localized(contest.title) }}
        lead={t('amend.lead')}
      />
      {rounds.some((round) => round.hasAttempts) ? (
        <AmendContestForm
          key={contestId}
          contest={contest}
          canPredict={canPredictIn(rounds)}
          pending={pendingFor(amendments.data.amendments, null)}
        />
      ) : (
        <Banner tone="info" action={<LinkButton to={`/cuoc-thi/${contestId}/sua`}>{t('page.edit')}</LinkButton>}>
          {t('amend.free')}
        </Banner>
      )}
    </Page>
  )
}
