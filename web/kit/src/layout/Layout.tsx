import type { CSSProperties, ElementType, ReactNode } from 'react'
import { classes } from './classes'

type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 8 | 10 | 14

const gapStyle = (gap: Gap | undefined, style?: CSSProperties): CSSProperties | undefined =>
  gap === undefined ? style : ({ ...style, '--ts-gap': gap ? `var(--ts-space-${gap})` : '0px' } as CSSProperties)

interface FlowProps {
  /** Step of the 4 px scale: 2 is 8 px. */
  gap?: Gap
  align?: CSSProperties['alignItems']
  justify?: CSSProperties['justifyContent']
  as?: ElementType
  className?: string
  style?: CSSProperties
  children?: ReactNode
}

export function Stack({ gap, align, justify, as: Tag = 'div', className, style, children }: FlowProps) {
  return (
    <Tag
      className={classes('ts-stack', className)}
      style={gapStyle(gap, { alignItems: align, justifyContent: justify, ...style })}
    >
      {children}
    </Tag>
  )
}

export function Row({
  gap,
  align,
  justify,
  nowrap,
  as: Tag = 'div',
  className,
  style,
  children,
}: FlowProps & { nowrap?: boolean }) {
  const flow: CSSProperties = {
    alignItems: align,
    justifyContent: justify,
    flexWrap: nowrap ? 'nowrap' : undefined,
    ...style,
  }
  return (
    <Tag className={classes('ts-row', className)} style={gapStyle(gap, flow)}>
      {children}
    </Tag>
  )
}

/** As many equal columns as fit, each at least `least` px wide. */
export function Grid({ least, gap, as: Tag = 'div', className, style, children }: FlowProps & { least?: number }) {
  const columns = least ? ({ '--ts-least': `${least}px`, ...style } as CSSProperties) : style
  return (
    <Tag className={classes('ts-grid', className)} style={gapStyle(gap, columns)}>
      {children}
    </Tag>
  )
}

interface PageProps {
  /** Becomes the h1 and, when it is a plain string, the title of the browser's tab. */
  title?: ReactNode
  tabTitle?: string
  lead?: ReactNode
  actions?: ReactNode
  width?: 'narrow' | 'normal' | 'wide' | 'full'
  className?: string
  children?: ReactNode
}

export function Page({ title, tabTitle, lead, actions, width = 'normal', className, children }: PageProps) {
  const named = tabTitle ?? (typeof title === 'string' ? title : undefined)
  return (
    <div className={classes('ts-page', `ts-page-${width}`, className)}>
      {named !== undefined && <title>{`${named} · Thi Số`}</title>}
      {(title || actions) && (
        <div className="ts-page-head">
          <div>
            {title && <h1>{title}</h1>}
            {lead && <p className="ts-page-lead">{lead}</p>}
          </div>
          {actions && <Row gap={2}>{actions}</Row>}
        </div>
      )}
      {children}
    </div>
  )
}

interface CardProps {
  title?: ReactNode
  /** Level of the title's heading. */
  level?: 2 | 3 | 4
  actions?: ReactNode
  tone?: 'plain' | 'raised' | 'sunken'
  as?: ElementType
  className?: string
  style?: CSSProperties
  children?: ReactNode
}

export function Card({
  title,
  level = 2,
  actions,
  tone = 'plain',
  as: Tag = 'section',
  className,
  style,
  children,
}: CardProps) {
  const Heading = `h${level}` as ElementType
  return (
    <Tag className={classes('ts-card', tone !== 'plain' && `ts-card-${tone}`, className)} style={style}>
      {(title || actions) && (
        <div className="ts-card-title">
          {title && <Heading>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </Tag>
  )
}

/** The bar within reach of a thumb that carries the screen's actions. */
export function ActionBar({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classes('ts-actionbar', className)}>{children}</div>
}

export function VisuallyHidden({ as: Tag = 'span', children }: { as?: ElementType; children: ReactNode }) {
  return <Tag className="ts-hidden">{children}</Tag>
}
