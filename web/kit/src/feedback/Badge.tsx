import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon, type LucideIcon } from '../layout/Icon'

export type BadgeTone = 'neutral' | 'blue' | 'sun' | 'good' | 'bad' | 'frozen'

export interface BadgeProps {
  tone?: BadgeTone
  icon?: LucideIcon
  /** A dot before the word, for the state of something that runs. */
  dot?: boolean
  className?: string
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon, dot, className, children }: BadgeProps) {
  return (
    <span className={classes('ts-badge', `ts-badge-${tone}`, className)}>
      {dot && <span className="ts-badge-dot" />}
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  )
}

export interface ChipProps {
  children: ReactNode
  icon?: LucideIcon
  /** With `onPress` a toggle: pressed or not. */
  pressed?: boolean
  onPress?: () => void
  /** With `onRemove` a filter in force that can be dropped; `name` says which to a screen reader. */
  onRemove?: () => void
  name?: string
}

export function Chip({ children, icon, pressed, onPress, onRemove, name }: ChipProps) {
  const kit = useKit()
  const inside = (
    <>
      {icon && <Icon of={icon} size={16} />}
      <span>{children}</span>
    </>
  )
  if (onPress) {
    return (
      <button type="button" className="ts-chip" aria-pressed={pressed} onClick={onPress}>
        {inside}
      </button>
    )
  }
  const removed = name ?? (typeof children === 'string' ? children : '')
  return (
    <span className="ts-chip">
      {inside}
      {onRemove && (
        <button
          type="button"
          className="ts-chip-remove"
          aria-label={kit('remove', { name: removed })}
          onClick={onRemove}
        >
          <Icon of={X} size={16} />
        </button>
      )}
    </span>
  )
}
