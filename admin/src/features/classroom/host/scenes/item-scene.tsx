import { useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import type { HostState, LessonItem } from '@thiso/kit/lesson/host-state'
import { LessonCountdown } from '@thiso/kit/lesson/LessonCountdown'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import { FitBox } from '../parts/fit-box'
import { ItemBody } from '../parts/item-body'
import { useHostText } from '../use-host-text'

/** The item while it is read, answered and locked. */
export function ItemScene({ state, item }: { state: HostState; item: LessonItem }) {
  const t = useHostText()
  const [locale] = useLocale()
  const { view, playingCount } = state
  const { step, settings } = view
  const { stage } = useLessonClock(step)
  const isTalk = stage === 'lead' && settings.mode === 'team-device' && settings.teams.talkS > 0
  return (
    <div className="hs-item">
      <FitBox className="hs-item-main" about={`${item.place} ${locale} ${step.phase}`} of="sentences">
        {item.section && stage === 'lead' && <p className="hs-section">{item.section}</p>}
        <RichText text={item.stem} language={locale} className="hs-stem" />
        <ItemBody item={item} />
      </FitBox>
      <aside className="hs-side">
        {step.phase === 'open' ? (
          <LessonCountdown step={step} limitS={item.limitS} language={locale} />
        ) : (
          <p className="hs-over">
            <b>{t('item.locked')}</b>
            <span>{t('item.lockedText')}</span>
          </p>
        )}
        {isTalk && <p className="hs-talk">{t('item.talk')}</p>}
        <p className="hs-answered">
          <b>{t('head.answered', { count: view.answeredCount, total: playingCount })}</b>
          <span>{t('head.answeredLabel')}</span>
        </p>
        {item.kind === 'item' && <p className="hs-points">{t('item.points', { count: item.points })}</p>}
      </aside>
    </div>
  )
}
