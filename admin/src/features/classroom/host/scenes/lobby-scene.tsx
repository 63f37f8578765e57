import { Icon } from '@thiso/kit'
import { type HostView, type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import Lock from 'lucide-react/icons/lock'
import WifiOff from 'lucide-react/icons/wifi-off'
import { JoinLarge } from '../parts/join-data'
import { useFit } from '../use-fit'
import { useHostText } from '../use-host-text'

/** As many names as are still read; of a larger class the latest, the others are counted. Everybody is in the list of pupils. */
const MOST_NAMES = 48

interface LobbySceneProps {
  view: HostView
  onSeat: (seat: SeatRow) => void
}

/** How to join, large; and who is there, each name a button for its host. */
export function LobbyScene({ view, onSeat }: LobbySceneProps) {
  const t = useHostText()
  const { settings, teams, step } = view
  const seats = seated(view.seats)
  const names = useFit<HTMLDivElement>(seats.map(({ name, team }) => `${name} ${team}`).join())
  const hint = {
    nickname: t('lobby.nickname'),
    generated: t('lobby.generated'),
    roster: t('lobby.roster', { class: view.className ?? '' }),
  }[settings.names]
  return (
    <div className="hs-lobby">
      <JoinLarge view={view} />
      <section className="hs-there" aria-label={t('lobby.names')}>
        <div className="hs-there-head">
          <h2>{seats.length > 0 ? t('lobby.count', { count: seats.length }) : hint}</h2>
          {step.isLobbyLocked && (
            <p className="hs-locked">
              <Icon of={Lock} size={24} />
              {t('lobby.locked')}
            </p>
          )}
        </div>
        <div className="hs-names" ref={names}>
          {seats.length === 0 && <p className="hs-nobody">{t('lobby.nobody')}</p>}
          {teams.length > 0 && seats.length > 0 ? (
            <div className="hs-teams">
              {teams.map(({ number, name }) => {
                const members = seats.filter(({ team }) => team === number)
                return (
                  <section key={number}>
                    <h3>{t('lobby.team', { team: name, count: members.length })}</h3>
                    <Names seats={members} most={Math.floor(MOST_NAMES / teams.length)} onSeat={onSeat} />
                  </section>
                )
              })}
              {seats.some(({ team }) => team === null) && (
                <section>
                  <h3>{t('lobby.noTeam')}</h3>
                  <Names seats={seats.filter(({ team }) => team === null)} most={6} onSeat={onSeat} />
                </section>
              )}
            </div>
          ) : (
            <Names seats={seats} most={MOST_NAMES} onSeat={onSeat} />
          )}
        </div>
      </section>
    </div>
  )
}

interface NamesProps {
  seats: readonly SeatRow[]
  most: number
  onSeat: (seat: SeatRow) => void
}

function Names({ seats, most, onSeat }: NamesProps) {
  const t = useHostText()
  const left = Math.max(0, seats.length - most)
  return (
    <ul className="hs-name-list">
      {left > 0 && <li className="hs-more">{t('lobby.more', { count: left })}</li>}
      {seats.slice(left).map((seat) => (
        <li key={seat.seat}>
          <button type="button" data-away={!seat.isHere || undefined} onClick={() => onSeat(seat)}>
            {seat.name}
            {!seat.isHere && (
              <>
                {' '}
                <Icon of={WifiOff} size={18} />
                <span className="ts-hidden">({t('lobby.notHere')})</span>
              </>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
