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
      <path d="M21.1 8.8A5.6 5.1 0 1 0 16 16.1" className="ts-logo-road" />
      <circle cx="20.2" cy="17.7" r="1.75" className="ts-logo-dot" />
      <circle cx="21.8" cy="21.5" r="1.65" className="ts-logo-dot" />
      <circle cx="19.6" cy="25" r="1.55" className="ts-logo-dot" />
      <circle cx="15.2" cy="26" r="1.45" className="ts-logo-dot" />
      <circle cx="11.2" cy="23.8" r="1.35" className="ts-logo-dot" />
      <circle cx="21.2" cy="9" r="2.7" className="ts-logo-sun" />
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
