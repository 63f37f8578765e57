import type { LucideIcon } from 'lucide-react'

/** Decorative by design: the word beside an icon is what is read out. */
export function Icon({ of: Drawing, size = 20, className }: { of: LucideIcon; size?: number; className?: string }) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      className={className ? `ts-icon ${className}` : 'ts-icon'}
      aria-hidden="true"
      focusable="false"
    />
  )
}

export type { LucideIcon }
