import { Banner, formatDateTime } from '@thiso/kit'
import { useWinnersText } from '../hooks/use-winners-text'
import type { Winners } from '../tiers'

/** Whether the list may be relied upon, said before anyone reads a name. */
export function FinalityBanner({ found }: { found: Pick<Winners, 'round' | 'isFinal'> }) {
  const t = useWinnersText()
  const { round, isFinal } = found
  if (isFinal) {
    return (
      <Banner tone="good" title={t('winners.finalTitle')}>
        {t('winners.final')}
      </Banner>
    )
  }
  return (
    <Banner tone="warn" title={t('winners.provisionalTitle')}>
      {round.state === 'open'
        ? t('winners.provisionalOpen', { at: formatDateTime(round.closesAt) })
        : round.state === 'closed'
          ? t('winners.provisionalClosing')
          : t('winners.provisionalEarly')}
    </Banner>
  )
}
