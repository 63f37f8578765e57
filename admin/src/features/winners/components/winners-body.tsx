import { Banner, EmptyState, formatNumber } from '@thiso/kit'
import { useWinnersText } from '../hooks/use-winners-text'
import { tiersOf, type Winners } from '../tiers'
import { FinalityBanner } from './finality-banner'
import { NextInLine } from './next-in-line'
import { TierCard } from './tier-card'

export function WinnersBody({ found, roundId }: { found: Winners; roundId: string }) {
  const t = useWinnersText()
  const tiers = tiersOf(found)
  if (tiers.length === 0) {
    return <EmptyState title={t('winners.noPrizes')}>{t('winners.noPrizesText')}</EmptyState>
  }
  const total = tiers.reduce((sum, tier) => sum + tier.count, 0)
  const filled = tiers.reduce((sum, tier) => sum + tier.settled.length, 0)
  const open = tiers.reduce((sum, tier) => sum + tier.openCount, 0)
  const contestedCount = tiers.reduce((sum, tier) => sum + tier.contested.length, 0)
  return (
    <>
      <FinalityBanner found={found} />
      {contestedCount > 0 && (
        <Banner tone="info" title={t('winners.contestedTitle', { count: contestedCount })}>
          {t('winners.contestedLead')}
        </Banner>
      )}
      <div>
        <p className="ts-lead">
          <strong>{t('winners.filled', { filled: formatNumber(filled), total: formatNumber(total) })}</strong>
        </p>
        <p className="ts-quiet-text">{found.winners.length === 0 ? t('winners.nobody') : t('winners.rule')}</p>
      </div>
      {tiers.map((tier, index) => (
        // A tier may be listed twice, so its place in the prize list is what names it.
        // biome-ignore lint/suspicious/noArrayIndexKey: the prize list is ordered and does not change here
        <TierCard key={index} tier={tier} />
      ))}
      {found.winners.length > 0 && <NextInLine roundId={roundId} winners={found.winners} hasOpenPrizes={open > 0} />}
    </>
  )
}
