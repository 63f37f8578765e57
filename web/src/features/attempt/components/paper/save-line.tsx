import { Icon, formatTime } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import CloudOff from 'lucide-react/icons/cloud-off'
import Clock from 'lucide-react/icons/clock'
import WifiOff from 'lucide-react/icons/wifi-off'
import { useEffect, useState } from 'react'
import type { SaveState } from '../../session/save-state'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** A save that is quicker than this goes straight to "saved": no flicker for the eye, no chatter for the ear. */
const PATIENCE_MS = 400

interface SaveLineProps {
  state: SaveState
  warning: 'soon' | 'last' | null
}

export function SaveLine({ state, warning }: SaveLineProps) {
  const t = useAttemptTexts()
  const isSlow = useIsSlow(state.kind === 'saving')
  if (state.kind === 'offline') {
    const text = state.unsent > 0 ? t('save.offlineUnsent', { count: state.unsent }) : t('save.offline')
    return (
      <div className="at-save at-save-offline" role="status">
        <Icon of={WifiOff} size={18} />
        <span>{text}</span>
      </div>
    )
  }
  return (
    <div className="at-save" data-kind={state.kind} role="status">
      {state.kind === 'saved' && <Icon of={Check} size={18} className="at-save-good" />}
      {(state.kind === 'waiting' || state.kind === 'busy') && <Icon of={CloudOff} size={18} />}
      <span>
        {state.kind === 'idle' && t('save.idle')}
        {state.kind === 'saving' && isSlow && t('save.saving')}
        {state.kind === 'saved' && t('save.saved', { time: formatTime(state.at, true) })}
        {state.kind === 'waiting' && t('save.waiting')}
        {state.kind === 'busy' && t('save.busy')}
      </span>
      {warning && (
        <span className="at-warning" aria-hidden="true">
          <Icon of={Clock} size={16} />
          {t(`paper.${warning}`)}
        </span>
      )}
    </div>
  )
}

function useIsSlow(isSaving: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isSaving) return
    const timer = setTimeout(() => setIsSlow(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isSaving])
  return isSlow
}
