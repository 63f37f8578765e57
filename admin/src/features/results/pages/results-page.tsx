import { Page, Stack } from '@thiso/kit'
import { useParams } from 'react-router'
import { DrawCard } from '../../../lib/draw/draw-card'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { RoundBadge } from '../../../lib/round-badge'
import { BundleCard } from '../components/bundle-card'
import { CloseCard } from '../components/close-card'
import { PublishCard } from '../components/publish-card'
import { RulingsCard } from '../components/rulings-card'
import { VersionsCard } from '../components/versions-card'
import { useResults } from '../results-queries'
import { useResultsText } from '../use-results-text'
import '../results.css'

/** A round from its closing to published results, step by step. */
export default function ResultsPage() {
  const t = useResultsText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const round = useRound(roundId)
  const results = useResults(roundId)
  if (!round.data || !results.data)
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name: t('round') }}
        height={420}
        error={round.error ?? results.error}
        onRetry={() => {
          void round.refetch()
          void results.refetch()
        }}
      />
    )
  const name = localized(round.data.round.name)
  const overview = results.data
  return (
    <Page tabTitle={t('titleOf', { round: name })} width="wide">
      <PageHead
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name }}
        badge={<RoundBadge state={round.data.round.state} />}
        lead={t('lead')}
      />
      <Stack gap={5}>
        <CloseCard roundId={roundId} overview={overview} />
        {overview.versions.length > 0 && <VersionsCard versions={overview.versions} />}
        <DrawCard
          drawOf={['rounds', roundId]}
          draw={overview.draw}
          isReady={overview.versions.length > 0}
          tiedCount={overview.versions[0]?.tiedCount ?? 0}
          publicPage={`/dot/${roundId}/boc-tham`}
        />
        <RulingsCard roundId={roundId} latest={overview.versions[0]} />
        <PublishCard roundId={roundId} overview={overview} />
        {overview.publishedAt && <BundleCard roundId={roundId} />}
      </Stack>
    </Page>
  )
}
