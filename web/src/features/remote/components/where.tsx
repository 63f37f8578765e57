import { formatDateTime, useLocale } from '@thiso/kit'
import { hasClock, type HostState, type HostView, isBoardNext, isHostPaced, seated } from '@thiso/kit/lesson/host-state'
import { useLead } from '@thiso/kit/lesson/lesson-clock'
import { LessonCountdown } from '@thiso/kit/lesson/LessonCountdown'
import type { Said } from '../hooks/use-steer'
import { useRemoteTexts, whoOf } from '../texts/use-remote-texts'
import { SaidLine } from './said-line'
import './where.css'

/** Where the lesson stands, how many have answered, how much time is left; it stays on top. */
export function Where({ state, said }: { state: HostState; said: Said | null }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { view, playingCount } = state
  const { step, settings } = view
  const isOwn = !isHostPaced(view)
  const isRunning = step.phase === 'open' && !isOwn
  const limitS = isOwn ? settings.raceMinutes * 60 : (view.item?.limitS ?? 0)
  const isTold = view.reveal !== null && view.item?.kind === 'item'
  return (
    <header className="rm-where">
      <div className="rm-where-words">
        <p className="rm-where-title">{view.title}</p>
        <h1 aria-live="polite">
          <PhaseWords state={state} />
        </h1>
        <p className="rm-where-count ts-number">
          {isTold && view.reveal
            ? t('right', { right: view.reveal.rightCount, count: view.reveal.seatCount })
            : isRunning || step.phase === 'locked'
              ? t('answered', { answered: view.answeredCount, count: playingCount })
              : isOwn && settings.until !== null && step.phase === 'open'
                ? t('until', { time: formatDateTime(step.closesAt ?? settings.until) })
                : t('seatsHere', { count: seated(view.seats).length, ...whoOf(view) })}
        </p>
        <SaidLine said={said} />
      </div>
      {step.phase === 'open' && hasClock(view) && (
        <LessonCountdown step={step} limitS={limitS} language={locale} className="rm-where-clock" />
      )}
    </header>
  )
}

function PhaseWords({ state: { view } }: { state: HostState }) {
  const t = useRemoteTexts()
  const { step } = view
  const isLead = useLead(step)
  const values = { place: step.place, count: step.placeCount }
  if (step.pausedAt !== null) return t('where.paused')
  if (!isHostPaced(view)) {
    if (step.phase === 'open') return t('where.own')
    if (step.phase === 'locked' || step.phase === 'revealed' || step.phase === 'board') return t('where.ownLocked')
  }
  if (isLead) return t('where.lead', values)
  if (step.phase === 'board' && step.isSkipped) return t('where.skipped', values)
  if (step.phase === 'board') return t(boardWords(view), values)
  return t(`where.${step.phase}`, values)
}

/** What the class screen shows between two places. */
function boardWords(view: HostView) {
  if (view.settings.mode === 'bell') return 'where.floor'
  return isBoardNext(view) ? 'where.board' : 'where.between'
}
