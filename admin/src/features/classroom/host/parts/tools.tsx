import { IconButton, type LucideIcon, ThemeSwitch } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import type { HostAct } from '@thiso/kit/lesson/use-host-lesson'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import LockKeyholeOpen from 'lucide-react/icons/lock-keyhole-open'
import LogOut from 'lucide-react/icons/log-out'
import Maximize from 'lucide-react/icons/maximize'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import Minimize from 'lucide-react/icons/minimize'
import Smartphone from 'lucide-react/icons/smartphone'
import Smile from 'lucide-react/icons/smile'
import Users from 'lucide-react/icons/users'
import Volume2 from 'lucide-react/icons/volume-2'
import VolumeX from 'lucide-react/icons/volume-x'
import { useHostText } from '../use-host-text'
import type { Asking } from './control-bar'

interface ToolsProps {
  view: HostView
  onAct: (act: HostAct) => void
  onAsk: (what: Asking) => void
  isMuted: boolean
  onMute: () => void
  isFull: boolean
  onFull: (() => void) | undefined
  isScriptOpen: boolean
  onScript: () => void
}

/** What the host needs at any time and the class need not read. */
export function Tools(props: ToolsProps) {
  const { view, onAct, onAsk, isMuted, onMute, isFull, onFull, isScriptOpen, onScript } = props
  const t = useHostText()
  const { step, requests } = view
  const areOn = step.areReactionsOn
  const isRunning = step.phase !== 'ended'
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
      {isRunning && (
        <Tool
          icon={Smile}
          label={areOn ? t('tool.reactionsOff') : t('tool.reactionsOn')}
          onClick={() => onAct({ kind: 'reactions', isOn: !areOn })}
          isOff={!areOn}
        />
      )}
      {/* In the lobby it is a button with words. */}
      {isRunning && step.phase !== 'lobby' && (
        <Tool
          icon={step.isLobbyLocked ? LockKeyhole : LockKeyholeOpen}
          label={step.isLobbyLocked ? t('act.unlockLobby') : t('act.lockLobby')}
          onClick={() => onAct({ kind: 'lock-lobby', isLocked: !step.isLobbyLocked })}
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
      {isRunning && <Tool icon={Smartphone} label={t('tool.remote')} onClick={() => onAsk('remote')} />}
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
