import { Badge, DotLoader, Icon, useLocale } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import { isTeamDevice, ownTeam } from '../seat/said'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { NotMe } from './not-me'
import { Reactions } from './reactions'
import type { StillProps } from './still-screens'
import { useScreenHeading } from './use-screen-heading'
import './still.css'

/** In the lobby: one is in, under this name; the seat's number where one has to sit down at it. */
export function LobbyScreen({ known, session, token }: StillProps & { token: string }) {
  const t = useLessonTexts()
  const [language] = useLocale()
  const { seat, mode, step, title } = known
  const team = ownTeam(known, language)
  const isTeam = isTeamDevice(known)
  const isOwnPaced = known.ownPlace !== null
  return (
    <LessonFrame
      title={title}
      dock={step.areReactionsOn && !isOwnPaced && <Reactions onReact={(reaction) => session.react(reaction)} />}
    >
      <div className="ls-still">
        <span className="ls-in">
          <Icon of={Check} size={34} />
        </span>
        <h1 ref={useScreenHeading('lobby')} tabIndex={-1}>
          {t(isTeam ? 'lobby.inTeam' : 'lobby.in')}
        </h1>
        <p className="ls-quiet">{title}</p>
        {mode === 'bell' && (
          <p className="ls-seat-number">
            <span>{t('lobby.seat')}</span>
            <b className="ts-number">{seat.seat}</b>
            <span className="ls-quiet">{t('lobby.seatText')}</span>
          </p>
        )}
        <dl className="ls-facts">
          <div>
            <dt>{t(isTeam ? 'lobby.nameTeam' : 'lobby.name')}</dt>
            <dd>{seat.name}</dd>
          </div>
          {team && (
            <div>
              <dt>{t('lobby.team')}</dt>
              <dd>{team}</dd>
            </div>
          )}
        </dl>
        <NotMe known={known} token={token} />
        {seat.floor === 'reserve' && <Badge>{t('floor.reserves')}</Badge>}
        {seat.extraPercent > 0 && (
          <p>{t(isTeam ? 'lobby.extraTeam' : 'lobby.extra', { percent: seat.extraPercent })}</p>
        )}
        <p role="status">{step.isLobbyLocked ? t('lobby.locked') : t(isOwnPaced ? 'lobby.ownText' : 'lobby.text')}</p>
        <DotLoader />
        <p className="ls-quiet">{t('lobby.keep')}</p>
      </div>
    </LessonFrame>
  )
}
