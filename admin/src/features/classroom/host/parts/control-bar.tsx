import { Button, IconButton, type LucideIcon, ThemeSwitch } from '@thiso/kit'
import type { HostStepAct, HostView } from '@thiso/kit/lesson/host-state'
import { isHostPaced, nextAct } from '@thiso/kit/lesson/host-state'
import type { HostAct } from '@thiso/kit/lesson/use-host-lesson'
import { isRescueDue, floorOf } from '@thiso/kit/lesson/host-script'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import LifeBuoy from 'lucide-react/icons/life-buoy'
import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import LogOut from 'lucide-react/icons/log-out'
import Maximize from 'lucide-react/icons/maximize'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import Minimize from 'lucide-react/icons/minimize'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import SkipForward from 'lucide-react/icons/skip-forward'
import Smartphone from 'lucide-react/icons/smartphone'
import Smile from 'lucide-react/icons/smile'
import SquareX from 'lucide-react/icons/square-x'
import TimerReset from 'lucide-react/icons/timer-reset'
import Users from 'lucide-react/icons/users'
import Volume2 from 'lucide-react/icons/volume-2'
import VolumeX from 'lucide-react/icons/volume-x'
import { type HostText, useHostText } from '../use-host-text'

export type Asking = 'skip' | 'end' | 'lock-own' | 'clear' | 'people' | 'remote' | 'help' | 'rescue' | 'leave'

interface ControlBarProps {
  view: HostView
  acting: HostAct['kind'] | null
  onAct: (act: HostAct) => void
  onAsk: (what: Asking) => void
  isMuted: boolean
  onMute: () => void
  isFull: boolean
  onFull: (() => void) | undefined
  isScriptOpen: boolean
  onScript: () => void
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
      return t('act.startNobody')
    default:
      return t(`act.${act}`)
  }
}

/** The host's buttons: tools of the screen on the left, the lesson on the right, the next step last and largest. */
export function ControlBar(props: ControlBarProps) {
  const { view, acting, onAct, onAsk } = props
  const t = useHostText()
  const { step, settings } = view
  const main = nextAct(view)
  const isOpen = step.phase === 'open'
  const isPaced = isHostPaced(view)
  const isPlayed = isPaced && (isOpen || step.phase === 'locked' || step.phase === 'revealed')
  const isBusy = acting !== null && acting === main
  return (
    <footer className="hs-bar">
      <Tools {...props} />
      {step.phase !== 'ended' && (
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
          {step.phase !== 'lobby' && step.phase !== 'podium' && (
            <Button size="small" variant="quiet" icon={SquareX} onClick={() => onAsk('end')}>
              {t('act.end')}
            </Button>
          )}
          {isPlayed && (
            <Button size="small" variant="quiet" icon={SkipForward} onClick={() => onAsk('skip')}>
              {t('act.skip')}
            </Button>
          )}
          {isOpen && isPaced && (
            <Button size="small" icon={TimerReset} onClick={() => onAct({ kind: 'add-time', seconds: 10 })}>
              {t('act.addTime')}
            </Button>
          )}
          {isOpen && isPaced && step.pausedAt === null && (
            <Button size="small" icon={Pause} onClick={() => onAct({ kind: 'pause' })}>
              {t('act.pause')}
            </Button>
          )}
          <Rescue view={view} onAsk={onAsk} />
          {main === 'board' && settings.mode !== 'bell' && (
            <Button size="small" onClick={() => onAct({ kind: 'next' })}>
              {labelOf('next', view, t)}
            </Button>
          )}
          <Button
            variant="primary"
            className="hs-main"
            busy={isBusy}
            disabled={main === null}
            {...(main === 'resume' ? { icon: Play } : {})}
            onClick={(event) => {
              // The second half of a double click means what the first half meant.
              if (event.detail > 1) return
              if (main === 'end') onAsk('end')
              else if (main === 'lock' && !isPaced) onAsk('lock-own')
              else if (main) onAct({ kind: main })
            }}
          >
            {labelOf(main, view, t)}
          </Button>
        </section>
      )}
    </footer>
  )
}

function Rescue({ view, onAsk }: { view: HostView; onAsk: (what: Asking) => void }) {
  const t = useHostText()
  const { settings, step } = view
  const isTime = step.phase === 'revealed' || step.phase === 'board'
  if (settings.mode !== 'bell' || !isTime) return null
  const isDue = isRescueDue(view)
  return (
    <Button size="small" variant={isDue ? 'primary' : 'secondary'} icon={LifeBuoy} onClick={() => onAsk('rescue')}>
      {isDue ? t('floor.rescueDue', { count: floorOf(view).on.length }) : t('floor.rescue')}
    </Button>
  )
}

function Tools(props: ControlBarProps) {
  const { view, onAct, onAsk, isMuted, onMute, isFull, onFull, isScriptOpen, onScript } = props
  const t = useHostText()
  const { step, requests } = view
  const areOn = step.areReactionsOn
  return (
    <section className="hs-tools" aria-label={t('act.tools')}>
      <Tool icon={LogOut} label={t('tool.leave')} onClick={() => onAsk('leave')} />
      <Tool
        icon={isMuted ? VolumeX : Volume2}
        label={isMuted ? t('tool.unmute') : t('tool.mute')}
        onClick={onMute}
        isOff={isMuted}
      />
      {onFull && (
        <Tool icon={isFull ? Minimize : Maximize} label={isFull ? t('tool.unfull') : t('tool.full')} onClick={onFull} />
      )}
      {step.phase !== 'ended' && (
        <Tool
          icon={Smile}
          label={areOn ? t('tool.reactionsOff') : t('tool.reactionsOn')}
          onClick={() => onAct({ kind: 'reactions', isOn: !areOn })}
          isOff={!areOn}
        />
      )}
      <Tool icon={MessageSquareText} label={t('tool.script')} onClick={onScript} isPressed={isScriptOpen} />
      <span className="hs-people-tool">
        <Tool
          icon={Users}
          label={requests.length > 0 ? t('tool.peopleAsking', { count: requests.length }) : t('tool.people')}
          onClick={() => onAsk('people')}
        />
        {requests.length > 0 && <b aria-hidden="true">{requests.length}</b>}
      </span>
      {step.phase !== 'ended' && <Tool icon={Smartphone} label={t('tool.remote')} onClick={() => onAsk('remote')} />}
      <Tool icon={CircleHelp} label={t('tool.help')} onClick={() => onAsk('help')} />
      <ThemeSwitch />
    </section>
  )
}

interface ToolProps {
  icon: LucideIcon
  label: string
  onClick: () => void
  isPressed?: boolean
  isOff?: boolean
}

function Tool({ icon, label, onClick, isPressed, isOff }: ToolProps) {
  return (
    <IconButton
      icon={icon}
      label={label}
      data-off={isOff || undefined}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      onClick={onClick}
    />
  )
}
