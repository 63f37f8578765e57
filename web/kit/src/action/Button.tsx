import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link, type LinkProps } from 'react-router'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon, type LucideIcon } from '../layout/Icon'

export interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** 'small' is 44 px high, the others 48; 'large' is for the one action of a screen. */
  size?: 'small' | 'normal' | 'large'
  icon?: LucideIcon
  iconEnd?: LucideIcon
  /** As wide as its container. */
  block?: boolean
}

const look = ({ variant = 'secondary', size = 'normal', block }: ButtonLook, className?: string) =>
  classes(
    'ts-button',
    `ts-button-${variant}`,
    size !== 'normal' && `ts-button-${size}`,
    block && 'ts-button-block',
    className,
  )

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size'> {
  /** Keeps the width and the focus, refuses a second press. */
  busy?: boolean
  busyLabel?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { variant, size, block, icon, iconEnd, busy, busyLabel, className, children, onClick, type, ...rest } = props
  const kit = useKit()
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={look({ variant, size, block }, className)}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        // A disabled button would drop the focus, so a busy one only stops listening.
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className="ts-button-dots" aria-hidden="true" /> : icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconEnd && !busy && <Icon of={iconEnd} />}
      {busy && (
        <span className="ts-hidden" role="status">
          {busyLabel ?? kit('busy')}
        </span>
      )}
    </button>
  )
}

export type LinkButtonProps = ButtonLook & LinkProps & { children: ReactNode }

export function LinkButton({ variant, size, block, icon, iconEnd, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={look({ variant, size, block }, className)}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconEnd && <Icon of={iconEnd} />}
    </Link>
  )
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: LucideIcon
  /** What the button does, for those who do not see the icon, and as its tooltip. */
  label: string
  variant?: 'quiet' | 'secondary' | 'danger'
  iconSize?: number
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon,
  label,
  variant = 'quiet',
  iconSize = 22,
  className,
  type,
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classes('ts-iconbutton', `ts-button-${variant}`, className)}
      aria-label={label}
      title={rest.title ?? label}
    >
      <Icon of={icon} size={iconSize} />
    </button>
  )
}
