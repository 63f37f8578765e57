import { Badge, Button, ConfirmDialog, DotLoader, Icon, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Check from 'lucide-react/icons/check'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { loseToken, seatOf } from '../seat/kept-seats'
import { isTeamDevice, ownTeam } from '../seat/said'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { LessonFrame } from './lesson-frame'
import { Reactions } from './reactions'
import type { StillProps } from './still-screens'
import { useScreenHeading } from './use-screen-heading'

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

/** A slip of the finger on the class list must not keep anybody out: the seat is given back, and the own name chosen. */
function NotMe({ known: { lessonId, seat, settings }, token }: { known: Known; token: string }) {
  const t = useLessonTexts()
  const sentence = useProblemText()
  const navigate = useNavigate()
  const [isSure, setSure] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    setLeaving(true)
    setError(null)
    try {
      await call('leaveSeat', { body: { token } })
      const pin = seatOf(lessonId)?.pin
      loseToken(lessonId)
      await navigate(pin ? `/lop/${pin}` : '/lop', { replace: true })
    } catch (caught) {
      setError(caught)
      setLeaving(false)
    }
  }
  return (
    <>
      {/* From the class list the name is somebody's; elsewhere it is only a name that could be a nicer one. */}
      <Button
        size={settings.names === 'roster' ? undefined : 'small'}
        variant={settings.names === 'roster' ? undefined : 'quiet'}
        onClick={() => setSure(true)}
      >
        {t('lobby.notMe')}
      </Button>
      <ConfirmDialog
        open={isSure}
        title={t('lobby.notMeSure', { name: seat.name })}
        confirmLabel={t('lobby.notMeYes')}
        cancelLabel={t('lobby.notMeNo')}
        busy={isLeaving}
        error={error ? sentence(error) : undefined}
        onConfirm={() => void leave()}
        onCancel={() => setSure(false)}
      >
        {t('lobby.notMeText')}
      </ConfirmDialog>
    </>
  )
}
