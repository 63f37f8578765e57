import { LESSON_MODE_NAMES } from '@thiso/contracts/vocab'
import { Countdown, formatDateTime, Icon, useLocale } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import { type HostView, seated } from '@thiso/kit/lesson/host-state'
import Check from 'lucide-react/icons/check'
import type { CSSProperties } from 'react'
import { FitBox } from '../parts/fit-box'
import { useHostText } from '../use-host-text'

/** Race and homework: until when, and how far everybody is. Who is right is told after the end. */
export function OwnPaceScene({ view }: { view: HostView }) {
  const t = useHostText()
  const [locale] = useLocale()
  const { settings, step } = view
  const seats = seated(view.seats)
  const doneCount = seats.filter(({ ownPlace }) => ownPlace > step.placeCount).length
  const until = settings.until ?? ''
  return (
    <div className="hs-own">
      <section className="hs-own-clock">
        <h2>{LESSON_MODE_NAMES[locale][settings.mode]}</h2>
        {step.phase === 'open' && settings.until !== null ? (
          <>
            <Countdown
              // While the clock of a race stands, so does this one.
              key={step.pausedAt ?? ''}
              target={Date.parse(step.closesAt ?? until)}
              serverNow={step.pausedAt === null ? serverNow : () => Date.parse(step.pausedAt ?? '')}
            />
            <p>{t('own.until', { at: formatDateTime(step.closesAt ?? until) })}</p>
          </>
        ) : (
          <p className="hs-over">
            <b>{t(step.phase === 'locked' ? 'own.locked' : 'own.over')}</b>
            <span>{t(step.phase === 'locked' ? 'own.lockedText' : 'own.overText')}</span>
          </p>
        )}
        <p className="hs-own-done">{t('own.doneCount', { done: doneCount, count: seats.length })}</p>
      </section>
      <FitBox className="hs-own-progress" about={seats.map(({ name }) => name).join()} of="names">
        {seats.length === 0 ? (
          <p className="hs-quiet">{t('own.nobody')}</p>
        ) : (
          <ul aria-label={t('own.progress')}>
            {seats.map((seat) => {
              const through = Math.max(0, Math.min(step.placeCount, seat.ownPlace - 1))
              const isDone = seat.ownPlace > step.placeCount
              return (
                <li
                  key={seat.seat}
                  data-done={isDone || undefined}
                  style={{ '--through': `${(through / Math.max(1, step.placeCount)) * 100}%` } as CSSProperties}
                >
                  <span className="hs-own-name">{seat.name}</span>
                  <span className="hs-own-of">
                    {isDone ? (
                      <>
                        <Icon of={Check} size={20} />
                        {t('own.done')}
                      </>
                    ) : (
                      t('own.of', { place: through, total: step.placeCount })
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </FitBox>
    </div>
  )
}
