import { Icon } from '@thiso/kit'
import { type HostView, type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import Lock from 'lucide-react/icons/lock'
import WifiOff from 'lucide-react/icons/wifi-off'
import { FitBox } from '../parts/fit-box'
import { JoinLarge } from '../parts/join-data'
import type { OtherDoor } from '../use-door'
import { useHostText, whoOf } from '../use-host-text'

interface LobbySceneProps {
  view: HostView
  otherDoor: OtherDoor | null
  onSeat: (seat: SeatRow) => void
}

/** How to join, large; and who is there, each name a button for its host. */
export function LobbyScene({ view, otherDoor, onSeat }: LobbySceneProps) {
  const t = useHostText()
  const { settings, teams, step } = view
  const seats = seated(view.seats)
  const hint = {
    nickname: t('lobby.nickname', whoOf(view)),
    generated: t('lobby.generated', whoOf(view)),
    roster: t('lobby.roster', { class: view.className ?? '' }),
  }[settings.names]
  return (
    <div className="hs-lobby">
      <JoinLarge view={view} other={otherDoor} />
      <section className="hs-there" aria-label={t('lobby.names')}>
        <div className="hs-there-head">
          <h2>{seats.length > 0 ? t('lobby.count', { count: seats.length, ...whoOf(view) }) : hint}</h2>
          {step.isLobbyLocked && (
            <p className="hs-locked">
              <Icon of={Lock} size={24} />
              {t('lobby.locked')}
            </p>
          )}
        </div>
        <FitBox
          className="hs-names"
          about={seats.map(({ name, team }) => `${name} ${team}`).join()}
          of="names"
          startsAtEnd={teams.length === 0}
        >
          {seats.length === 0 && <p className="hs-nobody">{t('lobby.nobody')}</p>}
          {teams.length > 0 && seats.length > 0 ? (
            <div className="hs-teams">
              {teams.map(({ number, name }) => {
                const members = seats.filter(({ team }) => team === number)
                return (
                  <section key={number}>
                    <h3>{t('lobby.team', { team: name, count: members.length })}</h3>
                    <Names seats={members} onSeat={onSeat} />
                  </section>
                )
              })}
              {seats.some(({ team }) => team === null) && (
                <section>
                  <h3>{t('lobby.noTeam')}</h3>
                  <Names seats={seats.filter(({ team }) => team === null)} onSeat={onSeat} />
                </section>
              )}
            </div>
          ) : (
            <Names seats={seats} onSeat={onSeat} />
          )}
        </FitBox>
      </section>
    </div>
  )
}

interface NamesProps {
  seats: readonly SeatRow[]
  onSeat: (seat: SeatRow) => void
}

function Names({ seats, onSeat }: NamesProps) {
  const t = useHostText()
  return (
    <ul className="hs-name-list">
      {seats.map((seat) => (
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
