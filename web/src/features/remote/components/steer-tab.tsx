import { Card, useLocale } from '@thiso/kit'
import { type HostState, isHostPaced, seated } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
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
  const [locale] = useLocale()
  const { view } = state
  const { step, settings, standings } = view
  const isOwn = !isHostPaced(view)
  const there = seated(view.seats)
  const done = there.filter(({ ownPlace }) => ownPlace > step.placeCount).length
  const hasBoard = step.phase === 'board' || step.phase === 'podium'
  return (
    <div className="rm-tab">
      {settings.mode === 'bell' && <BellCard view={view} steer={steer} />}
      {step.phase === 'lobby' && (
        <>
          <DoorCard view={view} />
          <ul className="rm-names">
            {there.map(({ seat, name }) => (
              <li key={seat}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {hasBoard && (
        <Card title={t('board.title')}>
          {standings.length > 0 ? (
            <LessonBoard
              standings={standings}
              most={BOARD_ROWS}
              withPoints={settings.scoring !== 'right-only'}
              language={locale}
            />
          ) : (
            <p className="rm-quiet">{t('board.hidden')}</p>
          )}
        </Card>
      )}
      {isOwn && step.phase === 'open' && (
        <Card title={t('own.title')}>
          <p className="rm-done ts-number">{t('own.done', { done, count: there.length })}</p>
          <p className="rm-quiet">{t('own.text')}</p>
        </Card>
      )}
      {view.item && <NowCard view={view} item={view.item} />}
      {settings.mode !== 'bell' && <Script view={view} />}
    </div>
  )
}
