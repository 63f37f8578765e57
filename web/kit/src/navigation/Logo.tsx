import { classes } from '../layout/classes'

/** Dots that become a road, bent into the S of "Số", with the sun at its end. */
export function LogoMark({ size = 32, className }: { size?: number; className?: string }) {
  return (
    <svg
      className={classes('ts-logo-mark', className)}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
    >
      <rect width="32" height="32" rx="9" className="ts-logo-ground" />
      <path d="M19.98 8.7A4.6 4.6 0 1 0 16 15.6A4.9 4.9 0 0 1 18.3 16.17" className="ts-logo-road" />
      <circle cx="20.33" cy="18.45" r="1.9" className="ts-logo-dot" />
      <circle cx="20.66" cy="22.25" r="1.8" className="ts-logo-dot" />
      <circle cx="18.15" cy="25.1" r="1.7" className="ts-logo-dot" />
      <circle cx="14.4" cy="25.3" r="1.6" className="ts-logo-dot" />
      <circle cx="11.4" cy="23.05" r="1.5" className="ts-logo-dot" />
      <circle cx="20.7" cy="8.9" r="2.7" className="ts-logo-sun" />
    </svg>
  )
}

export function Logo({
  size = 32,
  wordmark = true,
  className,
}: {
  size?: number
  wordmark?: boolean
  className?: string
}) {
  return (
    <span className={classes('ts-logo', className)}>
      <LogoMark size={size} />
      {wordmark ? <span className="ts-logo-word">Thi Số</span> : <span className="ts-hidden">Thi Số</span>}
    </span>
  )
}
