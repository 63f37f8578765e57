import { Icon } from '@thiso/kit'
import { type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import Check from 'lucide-react/icons/check'
import type { CSSProperties } from 'react'
import { useFit } from '../use-fit'
import { useHostText } from '../use-host-text'

/** With so many seats at most there is room for names. */
const MOST_NAMED = 40

interface FloorMapProps {
  seats: readonly SeatRow[]
  /** Seats to choose from; without it the map is only looked at. */
  choose?: { chosen: ReadonlySet<number>; onToggle: (seat: number) => void }
}

const STATES = ['on', 'out', 'reserve'] as const

/** The seats of a hall by number: full for who stands, crossed and pale for who is out, dotted for reserves. */
export function FloorMap({ seats, choose }: FloorMapProps) {
  const t = useHostText()
  const there = seated(seats)
  const isNamed = there.length <= MOST_NAMED
  // Wider than high, as the screen is.
  const columns = Math.max(4, Math.ceil(Math.sqrt(there.length * (isNamed ? 1.3 : 2))))
  const box = useFit<HTMLDivElement>(`${there.length} ${isNamed}`, 1.2)
  const said = (seat: SeatRow) =>
    t('floor.seat', { seat: seat.seat, name: seat.name, state: t(`floor.${seat.floor ?? 'on'}`) })
  return (
    <div className="hs-map-box" ref={box}>
      <ul
        className="hs-map"
        aria-label={t('floor.map')}
        data-named={isNamed || undefined}
        style={{ '--columns': columns } as CSSProperties}
      >
        {there.map((seat) => (
          <li key={seat.seat} className={`hs-tile hs-tile-${seat.floor ?? 'on'}`}>
            {choose && seat.floor !== 'on' ? (
              <button
                type="button"
                aria-pressed={choose.chosen.has(seat.seat)}
                onClick={() => choose.onToggle(seat.seat)}
              >
                <span className="ts-hidden">{said(seat)}</span>
                <b aria-hidden="true">{seat.seat}</b>
                {isNamed && <span aria-hidden="true">{seat.name}</span>}
                {choose.chosen.has(seat.seat) && <Icon of={Check} size={18} />}
              </button>
            ) : (
              <span title={seat.name}>
                <span className="ts-hidden">{said(seat)}</span>
                <b aria-hidden="true">{seat.seat}</b>
                {isNamed && <span aria-hidden="true">{seat.name}</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ul className="hs-legend" aria-hidden="true">
        {STATES.filter((state) => there.some((seat) => (seat.floor ?? 'on') === state)).map((state) => (
          <li key={state}>
            <span className={`hs-tile hs-tile-${state}`}>
              <span />
            </span>
            {t(`floor.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
