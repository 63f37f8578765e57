import { EmptyState, LinkButton, Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { DrawCard } from '../../../lib/draw/draw-card'
import { useContest } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { TotalCloseCard, TotalPublishCard } from '../components/total-cards'
import { VersionsCard } from '../components/versions-card'
import { useTotal } from '../results-queries'
import { useResultsText } from '../use-results-text'
import '../results.css'

/** The running total over the rounds, from adding up to publishing. */
export default function TotalPage() {
  const t = useResultsText()
  const localized = useLocalized()
  const { contestId = '' } = useParams()
  const contest = useContest(contestId)
  const total = useTotal(contestId)
  const up = { to: `/cuoc-thi/${contestId}`, name: contest.data ? localized(contest.data.contest.title) : t('contest') }
  if (!contest.data || !total.data)
    return (
      <PageWait
        title={t('total.title')}
        up={up}
        height={420}
        error={contest.error ?? total.error}
        onRetry={() => {
          void contest.refetch()
          void total.refetch()
        }}
      />
    )
  const overview = total.data
  return (
    <Page tabTitle={t('total.title')} width="wide">
      <PageHead title={t('total.title')} up={up} lead={t('total.lead')} />
      {contest.data.contest.rules.total ? (
        <Stack gap={5}>
          <TotalCloseCard contestId={contestId} overview={overview} />
          {overview.versions.length > 0 && <VersionsCard versions={overview.versions} />}
          <DrawCard
            drawOf={['contests', contestId]}
            draw={overview.draw}
            isReady={overview.versions.length > 0}
            tiedCount={overview.versions[0]?.tiedCount ?? 0}
            publicPage={`/cuoc-thi/${contestId}/boc-tham`}
          />
          <TotalPublishCard contestId={contestId} overview={overview} />
        </Stack>
      ) : (
        <EmptyState
          title={t('total.none')}
          action={<LinkButton to={`/cuoc-thi/${contestId}/sua`}>{t('total.set')}</LinkButton>}
        />
      )}
    </Page>
  )
}
