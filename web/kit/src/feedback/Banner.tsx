import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import Snowflake from 'lucide-react/icons/snowflake'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon, type LucideIcon } from '../layout/Icon'

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'frozen'

export const toneIcons: Record<Tone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  frozen: Snowflake,
}

export interface BannerProps {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** A button or link that answers the message. */
  action?: ReactNode
  onClose?: () => void
  icon?: LucideIcon
  /** Read out when it appears: at the next pause, or at once for what cannot wait. */
  live?: 'polite' | 'assertive'
  /** Edge to edge, for a bar that stays on top of a screen. */
  bar?: boolean
  className?: string
}

export function Banner({ tone = 'info', title, children, action, onClose, icon, live, bar, className }: BannerProps) {
  const kit = useKit()
  return (
    <div
      className={classes('ts-banner', `ts-tone-${tone}`, bar && 'ts-banner-bar', className)}
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <Icon of={icon ?? toneIcons[tone]} size={22} className="ts-banner-icon" />
      <div className="ts-banner-main">
        <div className="ts-banner-text">
          <span className="ts-hidden">{kit(`tone.${tone}`)}: </span>
          {title && <div className="ts-banner-title">{title}</div>}
          {children}
        </div>
        {action && <div className="ts-banner-action">{action}</div>}
      </div>
      {onClose && <IconButton icon={X} label={kit('close')} onClick={onClose} />}
    </div>
  )
}
