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
      <path
        d="M22.5 9.5C20.5 7.9 18.4 7.3 16 7.3c-3.400 0-5.800 1.700-5.800 4.300 0 2.900 2.900 3.800 5.800 4.500"
        className="ts-logo-road"
      />
      <circle cx="20.300" cy="17.800" r="1.700" className="ts-logo-dot" />
      <circle cx="21.700" cy="21.600" r="1.700" className="ts-logo-dot" />
      <circle cx="18.300" cy="24.300" r="1.700" className="ts-logo-dot" />
      <circle cx="13.700" cy="24.300" r="1.700" className="ts-logo-dot" />
      <circle cx="9.800" cy="22.100" r="1.700" className="ts-logo-dot" />
      <circle cx="23.300" cy="10.200" r="2.600" className="ts-logo-sun" />
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
