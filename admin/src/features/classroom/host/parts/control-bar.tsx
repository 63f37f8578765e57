import { Button } from '@thiso/kit'
import {
  addedSeconds,
  canHonourNow,
  hasClock,
  type HostStepAct,
  type HostView,
  isHostPaced,
  nextAct,
} from '@thiso/kit/lesson/host-state'
import type { HostAct } from '@thiso/kit/lesson/use-host-lesson'
import { floorOf, isRescueDue } from '@thiso/kit/lesson/host-script'
import { useLead } from '@thiso/kit/lesson/lesson-clock'
import BookOpen from 'lucide-react/icons/book-open'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import SkipForward from 'lucide-react/icons/skip-forward'
import SquareX from 'lucide-react/icons/square-x'
import TimerReset from 'lucide-react/icons/timer-reset'
import Trophy from 'lucide-react/icons/trophy'
import type { ReactNode } from 'react'
import { type HostText, useHostText, whoOf } from '../use-host-text'

export type Asking =
  | 'skip'
  | 'end'
  | 'podium'
  | 'lock-own'
  | 'clear'
  | 'people'
  | 'remote'
  | 'help'
  | 'rescue'
  | 'leave'

interface ControlBarProps {
  view: HostView
  acting: HostAct['kind'] | null
  onAct: (act: HostAct) => void
  onAsk: (what: Asking) => void
  /** The large button: the one next step. */
  onMain: () => void
  /** Goes through the items that have been told; undefined while there are none to go through. */
  onLookBack: (() => void) | undefined
  /** The tools of the screen. */
  children: ReactNode
}

/** What the large button says. */
export function labelOf(act: HostStepAct | null, view: HostView, t: HostText): string {
  const { step, settings } = view
  switch (act) {
    case 'next':
      if (step.phase === 'lobby') return t('act.start')
      return step.place >= step.placeCount ? t('act.podium') : t('act.next')
    case 'lock':
      return isHostPaced(view) ? t('act.lock') : t('act.lockOwn')
    case 'board':
      return settings.mode === 'bell' ? t('act.floor') : t('act.board')
    case null:
      return step.phase === 'lobby' ? t('act.startNobody', whoOf(view)) : t('act.lead')
    default:
      return t(`act.${act}`)
  }
}

/** The host's buttons: tools of the screen on the left, the lesson on the right, the next step last and largest. */
export function ControlBar(props: ControlBarProps) {
  const { view, acting, onAct, onAsk, onMain, onLookBack, children } = props
  const t = useHostText()
  const { step, settings } = view
  const main = nextAct(view, useLead(step))
  const isOpen = step.phase === 'open'
  const isPlayed = isHostPaced(view) && (isOpen || step.phase === 'locked' || step.phase === 'revealed')
  const isClocked = isOpen && hasClock(view)
  const isLastStanding = settings.mode === 'bell' && main === 'podium' && step.place < step.placeCount
  return (
    <footer className="hs-bar">
      {children}
      <section className="hs-acts" aria-label={t('act.bar')}>
        {step.phase === 'lobby' && (
          <>
            <Button size="small" variant="quiet" onClick={() => onAsk('clear')}>
              {t('act.clear')}
            </Button>
            <Button
              size="small"
              icon={LockKeyhole}
              onClick={() => onAct({ kind: 'lock-lobby', isLocked: !step.isLobbyLocked })}
            >
              {step.isLobbyLocked ? t('act.unlockLobby') : t('act.lockLobby')}
            </Button>
          </>
        )}
        {step.phase !== 'lobby' && step.phase !== 'podium' && step.phase !== 'ended' && (
          <Button size="small" variant="quiet" icon={SquareX} onClick={() => onAsk('end')}>
            {t('act.end')}
          </Button>
        )}
        {canHonourNow(view) && (
          <Button size="small" variant="quiet" icon={Trophy} onClick={() => onAsk('podium')}>
            {t('act.podium')}
          </Button>
        )}
        {isPlayed && (
          <Button size="small" variant="quiet" icon={SkipForward} onClick={() => onAsk('skip')}>
            {t('act.skip')}
          </Button>
        )}
        {isClocked && (
          <Button
            size="small"
            icon={TimerReset}
            onClick={() => onAct({ kind: 'add-time', seconds: addedSeconds(view) })}
          >
            {isHostPaced(view) ? t('act.addTime') : t('act.addMinute')}
          </Button>
        )}
        {isClocked && step.pausedAt === null && (
          <Button size="small" icon={Pause} onClick={() => onAct({ kind: 'pause' })}>
            {t('act.pause')}
          </Button>
        )}
        <Rescue view={view} onAsk={onAsk} />
        {onLookBack && (
          <Button size="small" icon={BookOpen} onClick={onLookBack}>
            {t('look.open')}
          </Button>
        )}
        {((main === 'board' && settings.mode !== 'bell') || isLastStanding) && (
          <Button size="small" onClick={() => onAct({ kind: 'next' })}>
            {labelOf('next', view, t)}
          </Button>
        )}
        {step.phase !== 'ended' && (
          <Button
            variant="primary"
            className="hs-main"
            busy={acting !== null && acting === main}
            disabled={main === null}
            {...(main === 'resume' ? { icon: Play } : {})}
            onClick={(event) => {
              // The second half of a double click means what the first half meant.
              if (event.detail <= 1) onMain()
            }}
          >
            {labelOf(main, view, t)}
          </Button>
        )}
      </section>
    </footer>
  )
}

function Rescue({ view, onAsk }: { view: HostView; onAsk: (what: Asking) => void }) {
  const t = useHostText()
  const { settings, step } = view
  const isTime = (step.phase === 'revealed' || step.phase === 'board') && step.place < step.placeCount
  if (settings.mode !== 'bell' || !isTime) return null
  const isDue = isRescueDue(view)
  return (
    <Button size="small" variant={isDue ? 'primary' : 'secondary'} icon={LifeBuoy} onClick={() => onAsk('rescue')}>
      {isDue ? t('floor.rescueDue', { count: floorOf(view).on.length }) : t('floor.rescue')}
    </Button>
  )
}
