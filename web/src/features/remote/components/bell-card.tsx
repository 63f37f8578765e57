import { Banner, Button, Card } from '@thiso/kit'
import type { HostState } from '@thiso/kit/lesson/host-state'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import { useState } from 'react'
import { type BellCue, bellCue, floorOf, isRescueDue } from '../hooks/bell-cue'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { RescueDialog } from './rescue-dialog'

/** Names are worth reading once this few are left. */
const NAMED = 12

/** Rung chuông vàng: who stands, what to say, the rescue. */
export function BellCard({ state, steer }: { state: HostState; steer: Steer }) {
  const t = useRemoteTexts()
  const [isRescuing, setRescuing] = useState(false)
  const { step } = state.view
  const { stage } = useLessonClock(step)
  const { left, outCount, reserveCount } = floorOf(state)
  const cue = bellCue(state, stage === 'running')
  const canRescue = (step.phase === 'revealed' || step.phase === 'board') && outCount + reserveCount > 0
  const hasBegun = step.phase !== 'lobby'
  return (
    <Card title={t('bell.title')} className="rm-bell">
      {hasBegun && (
        <dl className="rm-floor">
          {(
            [
              ['left', left.length],
              ['out', outCount],
              ['reserve', reserveCount],
            ] as const
          ).map(([key, count]) => (
            <div key={key}>
              <dt>{t(`bell.${key}`)}</dt>
              <dd className="ts-number">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {hasBegun && left.length > 0 && left.length <= NAMED && (
        <p>
          {t('bell.names', { names: [...left].sort((a, b) => a.localeCompare(b, 'vi', { numeric: true })).join(', ') })}
        </p>
      )}
      {cue && (
        <figure className="rm-cue">
          <figcaption>{t('bell.script')}</figcaption>
          <blockquote>
            <CueWords cue={cue} />
          </blockquote>
        </figure>
      )}
      {isRescueDue(state) && <Banner tone="warn">{t('bell.due', { count: left.length })}</Banner>}
      {canRescue && (
        <Button icon={LifeBuoy} block onClick={() => setRescuing(true)}>
          {t('bell.rescue')}
        </Button>
      )}
      {isRescuing && <RescueDialog view={state.view} steer={steer} onClose={() => setRescuing(false)} />}
    </Card>
  )
}

function CueWords({ cue }: { cue: BellCue }) {
  const t = useRemoteTexts()
  switch (cue.say) {
    case 'welcome':
      return t(cue.reserves > 0 ? 'cue.welcomeReserves' : 'cue.welcome', { count: cue.count, reserves: cue.reserves })
    case 'answer':
      return t(cue.letters ? 'cue.answerLetters' : 'cue.answer', { letters: cue.letters, left: cue.left })
    case 'end':
      return t(cue.names ? 'cue.endNames' : 'cue.end', { names: cue.names })
    default: {
      const { say, ...values } = cue
      return t(`cue.${say}`, values)
    }
  }
}
