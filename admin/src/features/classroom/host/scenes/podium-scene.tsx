import { LinkButton, useLocale } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
import { Podium, podiumSteps } from '@thiso/kit/lesson/Podium'
import { useEffect, useRef, useState } from 'react'
import { useFit } from '../use-fit'
import { useHostText } from '../use-host-text'

const FIRST_MS = 900
const STEP_MS = 1_800
const MOST_ROWS = 4

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

interface PodiumSceneProps {
  view: HostView
  /** A step is told: third, second, first. */
  onTold: (isFirstPlace: boolean) => void
}

/** Third, second, first; all at once for who asked for less motion, and once the lesson is over. */
export function PodiumScene({ view, onTold }: PodiumSceneProps) {
  const t = useHostText()
  const [locale] = useLocale()
  const { standings, step, settings } = view
  const placed = standings.filter(({ rightCount, points }) => rightCount > 0 || points > 0)
  const steps = podiumSteps(placed)
  const isOver = step.phase === 'ended'
  const [told, setTold] = useState(isOver ? 3 : 0)
  const tell = useRef(onTold)
  tell.current = onTold
  const box = useFit<HTMLDivElement>(`${standings.length} ${told >= steps}`, 1.2)

  useEffect(() => {
    if (told >= steps || steps === 0) return
    const timer = setTimeout(
      () => {
        const next = isStill() ? steps : told + 1
        setTold(next)
        tell.current(next >= steps)
      },
      told === 0 ? FIRST_MS : STEP_MS,
    )
    return () => clearTimeout(timer)
  }, [told, steps])

  // In Rung chuông vàng places go by who fell when, and points would contradict them.
  const withPoints = settings.mode !== 'bell' && (settings.scoring !== 'right-only' || settings.mode === 'teams')
  const rest = placed.filter(({ rank }) => rank > 3)
  return (
    <div className="hs-podium" ref={box}>
      <h2>{isOver ? t('podium.over') : t('podium.heading')}</h2>
      {placed.length === 0 ? (
        <p className="hs-quiet">{t('podium.nobody')}</p>
      ) : (
        <div className="hs-podium-body">
          <Podium standings={placed} told={told} withPoints={withPoints} language={locale} />
          {told >= steps && rest.length > 0 && (
            <section>
              <h3>{t('podium.rest')}</h3>
              <LessonBoard standings={rest} most={MOST_ROWS} withPoints={withPoints} language={locale} />
            </section>
          )}
        </div>
      )}
      {isOver && (
        <p className="hs-podium-report">
          <LinkButton variant="primary" to={`/buoi-choi/${view.id}`}>
            {t('toReport')}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
