import { Card, useLocale } from '@thiso/kit'
import { calledIn, type HostState, type HostView, isBoardNext, isHostPaced, seated } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
import { PODIUM } from '@thiso/kit/lesson/Podium'
import { withPoints } from '@thiso/kit/lesson/points'
import { useEffect, useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { BellCard } from './bell-card'
import { DoorCard } from './door-card'
import { NowCard } from './now-card'
import { Script } from './script'

const BOARD_ROWS = 5

/** What the host wants to see at this moment: the door, the item, the board. */
export function SteerTab({ state, steer }: { state: HostState; steer: Steer }) {
  const t = useRemoteTexts()
  const { view } = state
  const { step, settings } = view
  const isOwn = !isHostPaced(view)
  const there = seated(view.seats)
  const done = there.filter(({ ownPlace }) => ownPlace > step.placeCount).length
  return (
    <div className="rm-tab">
      {settings.mode === 'bell' && <BellCard state={state} steer={steer} />}
      {step.phase === 'lobby' && (
        <>
          <DoorCard view={view} />
          <ul className="rm-names">
            {there.map(({ seat, name }) => (
              <li key={seat}>{calledIn(view, { seat, name })}</li>
            ))}
          </ul>
        </>
      )}
      <BoardCard key={step.phase} view={view} />
      {isOwn && step.phase === 'open' && (
        <Card title={t('own.title')}>
          <p className="rm-done ts-number">{t('own.done', { done, count: there.length })}</p>
          <p className="rm-quiet">{t('own.text')}</p>
        </Card>
      )}
      {view.item && <NowCard view={view} item={view.item} />}
      {settings.mode !== 'bell' && <Script state={state} />}
    </div>
  )
}

/** The standings once the class has seen them: a phone is easily looked at, and the podium takes its time. */
function BoardCard({ view }: { view: HostView }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const { step, settings, standings } = view
  const isPodium = step.phase === 'podium'
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    const timer = isPodium ? setTimeout(() => setTold(true), PODIUM.lastsMs) : undefined
    return () => clearTimeout(timer)
  }, [isPodium])
  // Between places a hall looks at its floor, and after the last one nobody sees the standings before the podium.
  const isShown = isPodium || (step.phase === 'board' && settings.mode !== 'bell' && isBoardNext(view))
  if (!isShown || standings.length === 0) return null
  return (
    <Card title={t('board.title')}>
      {isPodium && !isTold ? (
        <p className="rm-quiet">{t('board.telling')}</p>
      ) : (
        <LessonBoard
          standings={standings}
          most={BOARD_ROWS}
          withPoints={withPoints(settings, standings)}
          language={locale}
        />
      )}
    </Card>
  )
}
