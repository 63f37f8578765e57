import { Banner, Button, Card, formatDuration, formatNumber, Skeleton } from '@thiso/kit'
import { useNextInLine } from '../hooks/use-next-in-line'
import { useWinnersText } from '../hooks/use-winners-text'
import { useProblemText } from '../../../lib/problem'
import { useCommon } from '../../../lib/common'
import { type Gap, gapBetween, type Winner } from '../tiers'
import { WinnerLine } from './winner-line'

interface NextInLineProps {
  roundId: string
  winners: Winner[]
  hasOpenPrizes: boolean
}

/** Who would move up, and what keeps each behind the last of the winners. */
export function NextInLine({ roundId, winners, hasOpenPrizes }: NextInLineProps) {
  const t = useWinnersText()
  const common = useCommon()
  const problemText = useProblemText()
  const next = useNextInLine(roundId, winners, !hasOpenPrizes)
  const last = winners.at(-1)?.standing

  const why = (gap: Gap) => {
    switch (gap.why) {
      case 'points':
        return t('next.whyPoints', { points: formatNumber(gap.points) })
      case 'slower':
        return t('next.whySlower', { time: formatDuration(gap.seconds * 1000) })
      case 'later':
        return t('next.whyLater', { time: formatDuration(gap.seconds * 1000) })
      case 'same':
        return t('next.whySame')
    }
  }

  return (
    <Card title={t('next.title')}>
      {hasOpenPrizes ? (
        <p className="ts-quiet-text">{t('next.tiersOpen')}</p>
      ) : next.error ? (
        <Banner
          tone="bad"
          title={t('next.failed')}
          action={<Button onClick={() => void next.refetch()}>{common('retry')}</Button>}
        >
          {problemText(next.error)}
        </Banner>
      ) : !next.people ? (
        <Skeleton lines={4} />
      ) : next.people.length === 0 ? (
        <p className="ts-quiet-text">{t('next.nobody')}</p>
      ) : (
        <>
          <p className="ts-quiet-text">{t('next.lead')}</p>
          <ol className="winners-list">
            {next.people.map((standing) => (
              <WinnerLine key={standing.accountId} standing={standing} note={last && why(gapBetween(last, standing))} />
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}
