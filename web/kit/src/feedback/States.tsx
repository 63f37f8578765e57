import RotateCw from 'lucide-react/icons/rotate-cw'
import type { CSSProperties, ReactNode } from 'react'
import { Button } from '../action/Button'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { DotLoader } from '../motif/DotLoader'

export interface SkeletonProps {
  /** Lines of text, or with `height` one block of that many px. */
  lines?: number
  height?: number
  width?: number | string
  className?: string
}

/** Holds the place of what is coming at its right height, without a sound to screen readers. */
export function Skeleton({ lines = 1, height, width, className }: SkeletonProps) {
  const box: CSSProperties = { height, width }
  if (height !== undefined) return <div className={classes('ts-skeleton', className)} style={box} aria-hidden="true" />
  return (
    <div className={classes('ts-skeleton-lines', className)} style={{ width }} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => `l${index}`).map((key) => (
        <div key={key} className="ts-skeleton" />
      ))}
    </div>
  )
}

/** The road of dots while something loads, with the word for those who do not see it. */
export function Loading({ label, block }: { label?: ReactNode; block?: boolean }) {
  const kit = useKit()
  return (
    <div className={classes('ts-loading', block && 'ts-loading-block')} role="status">
      <DotLoader />
      <span className={label ? undefined : 'ts-hidden'}>{label ?? kit('loading')}</span>
    </div>
  )
}

export interface StateProps {
  title?: ReactNode
  /** One sentence. */
  children?: ReactNode
  action?: ReactNode
  compact?: boolean
}

export function EmptyState({ title, children, action, compact }: StateProps) {
  const kit = useKit()
  return (
    <div className={classes('ts-state', compact && 'ts-state-compact')}>
      <EmptyPath />
      <div className="ts-state-title">{title ?? kit('emptyTitle')}</div>
      {children && <div className="ts-state-text">{children}</div>}
      {action && <div className="ts-state-action">{action}</div>}
    </div>
  )
}

export function ErrorState({
  title,
  children,
  onRetry,
  busy,
  action,
  compact,
}: StateProps & { onRetry?: () => void; busy?: boolean }) {
  const kit = useKit()
  return (
    <div className={classes('ts-state', compact && 'ts-state-compact')} role="alert">
      <BrokenPath />
      <div className="ts-state-title">{title ?? kit('errorTitle')}</div>
      <div className="ts-state-text">{children ?? kit('errorText')}</div>
      {(onRetry || action) && (
        <div className="ts-state-action">
          {onRetry && (
            <Button icon={RotateCw} busy={busy} onClick={onRetry}>
              {kit('retry')}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  )
}

const Road = ({ children }: { children: ReactNode }) => (
  <svg className="ts-state-path" width="120" height="24" viewBox="0 0 120 24" aria-hidden="true">
    {children}
  </svg>
)

/** The road before anyone walked it: dots only. */
const EmptyPath = () => (
  <Road>
    {[8, 34, 60, 86, 112].map((x) => (
      <circle key={x} cx={x} cy="12" r="5" className="ts-dot-blank" />
    ))}
  </Road>
)

/** The road with a gap in it. */
const BrokenPath = () => (
  <Road>
    <path d="M8 12H42M78 12H112" className="ts-path-walked" />
    <circle cx="60" cy="12" r="5" className="ts-dot-blank" />
  </Road>
)
