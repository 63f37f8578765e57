import { Card, formatNumber } from '@thiso/kit'
import Medal from 'lucide-react/icons/medal'
import Trophy from 'lucide-react/icons/trophy'
import { useCommon } from '../../../lib/common'
import { useLocalized } from '../../../lib/localized'
import { useWinnersText } from '../hooks/use-winners-text'
import type { WinnerLine } from './use-winner-list'
import { WinnerEntry } from './winner-entry'

/** A name with its initials stays on one line. */
const unbroken = (name: string) => name.replaceAll(' ', '\u00a0')

interface ListLineProps {
  line: WinnerLine
  isStored: boolean
  isLast: boolean
  isUnits: boolean
  onDone: () => void
}

/** Why nobody is left for a seat. */
function OpenReason(props: { because: NonNullable<WinnerLine['openBecause']>; isUnits: boolean }) {
  const t = useWinnersText()
  const { placed, passed } = props.because
  const of = props.isUnits ? 'openUnits' : 'openPeople'
  return (
    <>
      {t(`list.${of}`, { count: placed, formatted: formatNumber(placed) })}
      {passed > 0 && ` ${t(`list.${of}Passed`, { count: passed, formatted: formatNumber(passed) })}`}
    </>
  )
}

/** A prize that fills: who has it, who waits for the draw, what is free, who is next. */
export function ListLine({ line, isStored, isLast, isUnits, onDone }: ListLineProps) {
  const t = useWinnersText()
  const common = useCommon()
  const localized = useLocalized()
  const Icon = line.tier === 'first' ? Trophy : Medal
  const reward = localized(line.reward)
  return (
    <Card
      className={`winners-tier winners-tier-${line.tier}`}
      title={
        <span className="winners-tier-name">
          <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
          {common(`tier.${line.tier}`)}
          {line.table && `, ${t('list.table', { table: line.table })}`}
        </span>
      }
      actions={
        <span className="winners-tier-slots">
          {t('winners.slots', { filled: formatNumber(line.winners.length), total: formatNumber(line.count) })}
        </span>
      }
    >
      {reward && <p className="winners-reward ts-quiet-text">{reward}</p>}
      <ol className="winners-list">
        {line.winners.map((winner) => (
          <WinnerEntry key={winner.id} winner={winner} isStored={isStored} onDone={onDone} />
        ))}
        {line.waiting.map(({ seats, count, names }) => (
          <li key={names.join()} className="winners-open">
            {t(isUnits ? 'list.waitingUnits' : 'list.waiting', {
              seats: formatNumber(seats),
              count: formatNumber(count),
            })}{' '}
            {names.map(unbroken).join('; ')}
            {count > names.length && ' …'}
          </li>
        ))}
        {line.openSeats > 0 && (
          <li className="winners-open">
            {t('list.openSeats', { count: line.openSeats, formatted: formatNumber(line.openSeats) })}{' '}
            {line.openBecause && <OpenReason because={line.openBecause} isUnits={isUnits} />}
          </li>
        )}
      </ol>
      {isLast && line.next.length > 0 && (
        <p className="winners-next ts-quiet-text">
          {t('list.next')} {line.next.map(({ name, rank }) => unbroken(`${name} (${t('rank', { rank })})`)).join('; ')}
        </p>
      )}
    </Card>
  )
}
