import { Icon } from '@thiso/kit'
import { type HostView, type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import Check from 'lucide-react/icons/check'
import type { CSSProperties } from 'react'
import { useHostText } from '../use-host-text'
import { FitBox } from './fit-box'
import { HALL_ROW, hallTiles, seatsInRow } from './hall-rows'

/** With so many seats at most there is room for names that the last row reads; and for names that the host reads. */
const MOST_NAMED = 20
const MOST_NAMED_CHOOSING = 40

interface FloorMapProps {
  view: HostView
  /** Seats to choose from; without it the map is only looked at. */
  choose?: { chosen: ReadonlySet<number>; onToggle: (seat: number) => void }
}

const STATES = ['on', 'fallen', 'out', 'reserve'] as const
type TileState = (typeof STATES)[number]

/** fallen: at the place that was just told. */
function stateOf({ floor, outAt }: SeatRow, { step }: HostView): TileState {
  const isTold = (step.phase === 'revealed' || step.phase === 'board') && !step.isSkipped
  if (floor === 'out' && isTold && outAt === step.place) return 'fallen'
  return floor ?? 'on'
}

/**
 * The seats of a hall by number: full for who stands, a thick cross in a strong colour for who fell just now, crossed once and pale for
 * who is out for longer, dotted for reserves.
 */
export function FloorMap({ view, choose }: FloorMapProps) {
  const t = useHostText()
  const there = seated(view.seats)
  const isNamed = there.length <= (choose ? MOST_NAMED_CHOOSING : MOST_NAMED)
  const columns = seatsInRow(there.length, isNamed)
  const tiles = isNamed ? there : hallTiles(there, columns)
  const said = (seat: SeatRow) =>
    t('floor.seat', { seat: seat.seat, name: seat.name, state: t(`floor.${stateOf(seat, view)}`) })
  const map = (
    <ul
      className="hs-map"
      aria-label={t('floor.map')}
      data-named={isNamed || undefined}
      data-dense={columns > HALL_ROW || undefined}
      style={{ '--columns': columns } as CSSProperties}
    >
      {tiles.map((seat, index) =>
        seat === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place in the hall
          <li key={`gap ${index}`} className="hs-gap" aria-hidden="true" />
        ) : (
          <li key={seat.seat} className={`hs-tile hs-tile-${stateOf(seat, view)}`}>
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
        ),
      )}
    </ul>
  )
  const legend = STATES.map((state) => ({ state, count: there.filter((seat) => stateOf(seat, view) === state).length }))
  return (
    <>
      {choose ? (
        <div className="hs-map-box">{map}</div>
      ) : (
        <FitBox className="hs-map-box" about={`${there.length} ${isNamed}`} largest={1.2} of="names">
          {map}
        </FitBox>
      )}
      <ul className="hs-legend" aria-label={t('floor.legend')}>
        {legend
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <span className={`hs-tile hs-tile-${state}`} aria-hidden="true">
                <span />
              </span>
              <b>{count}</b> {t(`floor.${state}`)}
            </li>
          ))}
      </ul>
    </>
  )
}
