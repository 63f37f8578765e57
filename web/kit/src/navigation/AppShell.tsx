import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import { NoticeRegion } from '../feedback/Notice'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon, type LucideIcon } from '../layout/Icon'

export interface AppShellProps {
  /** Usually the logo with a link home. */
  brand?: ReactNode
  /** NavItems. On top for the contest, in a column at the left for the organizers. */
  nav?: ReactNode
  navPlace?: 'top' | 'side'
  navLabel?: string
  /** Right end of the header: switches, the account. */
  tools?: ReactNode
  /** Full width between the header and the page: a frozen board, a lost network. */
  notice?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

export function AppShell({ brand, nav, navPlace = 'top', navLabel, tools, notice, footer, children }: AppShellProps) {
  const kit = useKit()
  const menu = nav && (
    <nav className="ts-shell-nav" aria-label={navLabel}>
      {nav}
    </nav>
  )
  return (
    <div className={classes('ts-shell', nav && `ts-shell-${navPlace}`)}>
      <a className="ts-skip" href="#main">
        {kit('skip')}
      </a>
      {(brand || tools || nav) && (
        <header className="ts-shell-header">
          {brand && <div className="ts-shell-brand">{brand}</div>}
          {navPlace === 'top' && menu}
          {tools && <div className="ts-shell-tools">{tools}</div>}
        </header>
      )}
      {navPlace === 'side' && menu}
      <main id="main" tabIndex={-1} className="ts-shell-main">
        {notice}
        {children}
      </main>
      {footer && <footer className="ts-shell-footer">{footer}</footer>}
      <NoticeRegion />
    </div>
  )
}

export interface NavItemProps {
  to: string
  icon?: LucideIcon
  end?: boolean
  /** The page belongs to this part although its address begins with another word. */
  here?: boolean
  extra?: ReactNode
  children: ReactNode
}

export function NavItem({ to, icon, end, here, extra, children }: NavItemProps) {
  const content = (
    <>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {extra !== undefined && <span className="ts-nav-extra">{extra}</span>}
    </>
  )
  return here ? (
    <Link to={to} className="ts-nav-item" aria-current="page">
      {content}
    </Link>
  ) : (
    <NavLink to={to} end={end} className="ts-nav-item">
      {content}
    </NavLink>
  )
}

/** A heading between groups of NavItems in a side column. */
export function NavGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: links, not the fields a fieldset is for
    <div className="ts-nav-group" role="group" aria-label={label}>
      <div className="ts-nav-title" aria-hidden="true">
        {label}
      </div>
      {children}
    </div>
  )
}
