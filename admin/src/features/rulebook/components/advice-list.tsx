import { Banner, formatNumber, formatShare, Icon } from '@thiso/kit'
import Lightbulb from 'lucide-react/icons/lightbulb'
import { useRulebookText } from '../use-rulebook-text'
import type { Rehearsal } from '../rehearsal'

type Advice = Rehearsal['advice'][number]

/** What to change, each a sentence that can be acted on. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  const t = useRulebookText()
  const sentence = (piece: Advice): string => {
    switch (piece.kind) {
      case 'add-harder-items':
        return t('rehearsal.adviceOf.harder', { count: piece.count, people: formatNumber(piece.perfectPeople) })
      case 'item-clock':
        return t('rehearsal.adviceOf.clock', {
          seconds: formatNumber(piece.seconds),
          people: formatNumber(piece.perfectPeople),
          share: formatShare(piece.timedOutShare, 0),
        })
      case 'rank-by-time':
        return piece.thenSharedBy > 1
          ? t('rehearsal.adviceOf.time', {
              from: formatNumber(piece.sharedBy),
              to: formatNumber(piece.thenSharedBy),
            })
          : t('rehearsal.adviceOf.timeNone', { from: formatNumber(piece.sharedBy) })
      case 'draw-decides':
        return t('rehearsal.adviceOf.draw', { people: formatNumber(piece.sharedBy) })
      case 'too-hard':
        return t('rehearsal.adviceOf.hard', { share: formatShare(piece.meanShare, 0) })
      case 'too-easy':
        return t('rehearsal.adviceOf.easy', { share: formatShare(piece.meanShare, 0) })
      case 'opening-load':
        return t('rehearsal.adviceOf.load', {
          starts: formatNumber(piece.startsPerS),
          measured: formatNumber(piece.measured),
        })
    }
  }
  if (advice.length === 0) return <Banner tone="good">{t('rehearsal.noAdvice')}</Banner>
  return (
    <ul className="rh-advice">
      {advice.map((piece) => (
        <li key={piece.kind}>
          <Icon of={Lightbulb} size={22} />
          <span>{sentence(piece)}</span>
        </li>
      ))}
    </ul>
  )
}
