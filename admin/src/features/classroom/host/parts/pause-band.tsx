import { Icon } from '@thiso/kit'
import type { LessonStep } from '@thiso/kit/lesson/host-state'
import type { LessonConnection } from '@thiso/kit/lesson/use-host-lesson'
import Pause from 'lucide-react/icons/pause'
import WifiOff from 'lucide-react/icons/wifi-off'
import { useHostText } from '../use-host-text'

/** Why nothing moves, in plain words. */
export function PauseBand({ step, connection }: { step: LessonStep; connection: LessonConnection }) {
  const t = useHostText()
  const isAway = connection === 'away'
  const why = isAway ? 'away' : step.pausedAt !== null ? (step.pause ?? 'host') : null
  return (
    <div role="status" className="hs-band-place">
      {why && (
        <div className="hs-band" data-why={why}>
          <Icon of={isAway ? WifiOff : Pause} size={32} />
          <p>
            <b>{t(`pause.${why}`)}</b>
            <span>{t(`pause.${why}Text`)}</span>
          </p>
        </div>
      )}
    </div>
  )
}
