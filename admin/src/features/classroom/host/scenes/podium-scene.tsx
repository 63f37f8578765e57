import { LinkButton, useLocale } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
import { PODIUM, Podium, podiumSteps } from '@thiso/kit/lesson/Podium'
import { withPoints } from '@thiso/kit/lesson/points'
import { useEffect, useRef, useState } from 'react'
import { FitBox } from '../parts/fit-box'
import { useHostText } from '../use-host-text'

const MOST_ROWS = 4

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

interface PodiumSceneProps {
  view: HostView
  /** All of it was told before. */
  wasTold: boolean
  /** A step is told: third, second, first. */
  onTold: (isFirstPlace: boolean) => void
}

/** Third, second, first; all at once for who asked for less motion, and once the lesson is over. */
export function PodiumScene({ view, wasTold, onTold }: PodiumSceneProps) {
  const t = useHostText()
  const [locale] = useLocale()
  const { standings, step, settings } = view
  // Who shares a place stands on it together; in a bell that may be somebody who was called back and fell at once.
  const earned = new Set(standings.filter((row) => row.rightCount > 0 || row.points > 0).map(({ rank }) => rank))
  const placed = standings.filter(({ rank }) => earned.has(rank))
  const steps = podiumSteps(placed)
  const isOver = step.phase === 'ended'
  const [told, setTold] = useState(isOver || wasTold ? 3 : 0)
  const tell = useRef(onTold)
  tell.current = onTold

  useEffect(() => {
    if (told >= steps || steps === 0) return
    const timer = setTimeout(
      () => {
        const next = isStill() ? steps : told + 1
        setTold(next)
        tell.current(next >= steps)
      },
      told === 0 ? PODIUM.firstMs : PODIUM.stepMs,
    )
    return () => clearTimeout(timer)
  }, [told, steps])

  const hasPoints = withPoints(settings, standings)
  const rest = placed.filter(({ rank }) => rank > 3)
  return (
    <FitBox className="hs-podium" about={`${standings.length} ${isOver}`} largest={1.2} of="names">
      <h2>{isOver ? t('podium.over') : t('podium.heading')}</h2>
      {placed.length === 0 ? (
        <p className="hs-quiet">{t('podium.nobody')}</p>
      ) : (
        <div className="hs-podium-body">
          <Podium standings={placed} told={told} withPoints={hasPoints} language={locale} />
          {rest.length > 0 && (
            <section data-told={told >= steps}>
              <h3>{t('podium.rest')}</h3>
              <LessonBoard standings={rest} most={MOST_ROWS} withPoints={hasPoints} language={locale} />
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
    </FitBox>
  )
}
