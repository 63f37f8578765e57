import { formatDateTime, useLocale } from '@thiso/kit'
import { type HostState, isHostPaced, seated } from '@thiso/kit/lesson/host-state'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import { LessonCountdown } from '@thiso/kit/lesson/LessonCountdown'
import { useRemoteTexts } from '../texts/use-remote-texts'

/** Where the lesson stands, how many have answered, how much time is left. */
export function Where({ state }: { state: HostState }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { view, playingCount } = state
  const { step, settings } = view
  const isOwn = !isHostPaced(view)
  const isRunning = step.phase === 'open' && !isOwn
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
                : t('seatsHere', { count: seated(view.seats).length })}
        </p>
      </div>
      {isRunning && (
        <LessonCountdown step={step} limitS={view.item?.limitS ?? 0} language={locale} className="rm-where-clock" />
      )}
    </header>
  )
}

function PhaseWords({ state: { view } }: { state: HostState }) {
  const t = useRemoteTexts()
  const { step } = view
  const { stage } = useLessonClock(step)
  const values = { place: step.place, count: step.placeCount }
  if (step.pausedAt !== null) return t('where.paused')
  if (!isHostPaced(view)) {
    if (step.phase === 'open') return t('where.own')
    if (step.phase === 'locked' || step.phase === 'revealed' || step.phase === 'board') return t('where.ownLocked')
  }
  if (step.phase === 'open' && stage === 'lead') return t('where.lead', values)
  if (step.phase === 'board' && step.isSkipped) return t('where.skipped', values)
  return t(`where.${step.phase}`, values)
}
