import { Banner, Button, Card } from '@thiso/kit'
import { floorOf, isRescueDue } from '@thiso/kit/lesson/host-script'
import { calledIn, type HostState } from '@thiso/kit/lesson/host-state'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { RescueDialog } from './rescue-dialog'
import { Script } from './script'
import './bell-card.css'

/** Names are worth reading once this few are left. */
const NAMED = 12

/** Rung chuông vàng: who stands, what to say, the rescue. */
export function BellCard({ state, steer }: { state: HostState; steer: Steer }) {
  const t = useRemoteTexts()
  const [isRescuing, setRescuing] = useState(false)
  const { view } = state
  const { step } = view
  const { on, out, reserves } = floorOf(view)
  const openRescue = () => {
    steer.hush()
    setRescuing(true)
  }
  const isBetween = (step.phase === 'revealed' || step.phase === 'board') && step.place < step.placeCount
  const canRescue = isBetween && out.length + reserves.length > 0
  const hasBegun = step.phase !== 'lobby'
  const names = on.map((seat) => calledIn(view, seat))
  return (
    <Card title={t('bell.title')} className="rm-bell">
      {hasBegun && (
        <dl className="rm-floor">
          {(
            [
              ['left', on.length],
              ['out', out.length],
              ['reserve', reserves.length],
            ] as const
          ).map(([key, count]) => (
            <div key={key}>
              <dt>{t(`bell.${key}`)}</dt>
              <dd className="ts-number">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {hasBegun && names.length > 0 && names.length <= NAMED && <p>{t('bell.names', { names: names.join(', ') })}</p>}
      <Script state={state} />
      {isRescueDue(view) && <Banner tone="warn">{t('bell.due', { count: on.length })}</Banner>}
      {canRescue && (
        <Button icon={LifeBuoy} block onClick={openRescue}>
          {t('bell.rescue')}
        </Button>
      )}
      {isRescuing && <RescueDialog view={view} steer={steer} onClose={() => setRescuing(false)} />}
    </Card>
  )
}
