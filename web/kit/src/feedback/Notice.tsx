import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { Icon } from '../layout/Icon'
import { type Tone, toneIcons } from './Banner'

export interface NoticeOptions {
  tone?: Tone
  /** "Hoàn tác" and the like. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds on screen; errors and notices with an action stay longer. 0 stays until closed. */
  duration?: number
}

interface Notice extends NoticeOptions {
  id: number
  text: ReactNode
}

// A plain store, so that a failed request outside any component can speak up too.
let notices: readonly Notice[] = []
let lastId = 0
const watchers = new Set<() => void>()
const put = (next: readonly Notice[]) => {
  notices = next
  for (const watcher of watchers) watcher()
}

export const dismissNotice = (id: number) => put(notices.filter((notice) => notice.id !== id))

/** Says something in the corner of the screen and to screen readers. Returns the id to dismiss it by. */
export function notify(text: ReactNode, options: NoticeOptions = {}): number {
  lastId += 1
  const same = notices.filter((notice) => notice.text !== text)
  put([...same.slice(-2), { id: lastId, text, ...options }])
  return lastId
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
const now = () => notices

function Line({ notice }: { notice: Notice }) {
  const kit = useKit()
  const [held, setHeld] = useState(false)
  const tone = notice.tone ?? 'good'
  const stay = notice.duration ?? (tone === 'bad' ? 0 : notice.action ? 10000 : 6000)

  useEffect(() => {
    if (held || stay === 0) return
    const timer = setTimeout(() => dismissNotice(notice.id), stay)
    return () => clearTimeout(timer)
  }, [held, stay, notice.id])

  return (
    <li
      className={`ts-notice ts-tone-${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={toneIcons[tone]} size={22} className="ts-banner-icon" />
      <div className="ts-notice-text">{notice.text}</div>
      {notice.action && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            notice.action?.onPress()
            dismissNotice(notice.id)
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton icon={X} iconSize={18} label={kit('close')} onClick={() => dismissNotice(notice.id)} />
    </li>
  )
}

/** Stands once per app; AppShell brings it along. */
export function NoticeRegion() {
  const kit = useKit()
  const shown = useSyncExternalStore(watch, now, now)
  return (
    <section className="ts-notices" aria-label={kit('notices')} aria-live="polite" aria-relevant="additions">
      <ul>
        {shown.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}
