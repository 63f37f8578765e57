import { classes, Icon, type LucideIcon } from '@thiso/kit'
import BookOpenCheck from 'lucide-react/icons/book-open-check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import CircleUser from 'lucide-react/icons/circle-user'
import History from 'lucide-react/icons/history'
import LogOut from 'lucide-react/icons/log-out'
import SquarePen from 'lucide-react/icons/square-pen'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Account } from '../../lib/session'
import { useSignOut } from '../../lib/use-sign-out'
import { useAppTexts } from '../texts/use-app-texts'

/** The given name stands last in a Vietnamese name. */
const givenName = (fullName: string) => fullName.trim().split(/\s+/).at(-1) ?? ''

export function AccountMenu({ account }: { account: Account }) {
  const t = useAppTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  const root = useRef<HTMLDivElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const signOut = useSignOut(t('signedOut'))

  // biome-ignore lint/correctness/useExhaustiveDependencies: having gone somewhere closes the menu
  useEffect(() => setOpen(false), [pathname])

  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    toggle.current?.focus()
  }

  const isStaff = account.role === 'organizer' || account.role === 'administrator'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close the menu, wherever inside one is
    <div
      className="app-account"
      ref={root}
      onKeyDown={keyDown}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        type="button"
        ref={toggle}
        className="app-account-toggle"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('accountMenu', { name: account.fullName })}
        onClick={() => setOpen(!open)}
      >
        <Icon of={CircleUser} size={22} />
        <span className="app-account-name">{givenName(account.fullName)}</span>
        <Icon of={ChevronDown} size={16} className={classes('app-account-chevron', open && 'app-account-open')} />
      </button>
      <div className="app-account-menu" id={id} hidden={!open}>
        <div className="app-account-who">
          <strong>{account.fullName}</strong>
          {account.unitName && <span>{account.unitName}</span>}
        </div>
        <ul>
          <Entry to="/luyen-tap" icon={BookOpenCheck} text={t('practice')} />
          <Entry to="/toi" icon={CircleUser} text={t('profile')} />
          <Entry to="/toi/lich-su" icon={History} text={t('history')} />
          {isStaff && (
            <li>
              <a className="app-account-entry" href="/admin/">
                <Icon of={SquarePen} />
                {t('organizing')}
              </a>
            </li>
          )}
          <li>
            <button
              type="button"
              className="app-account-entry"
              disabled={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              <Icon of={LogOut} />
              {t('signOut')}
            </button>
          </li>
        </ul>
      </div>
    </div>
  )
}

function Entry({ to, icon, text }: { to: string; icon: LucideIcon; text: string }) {
  return (
    <li>
      <Link className="app-account-entry" to={to}>
        <Icon of={icon} />
        {text}
      </Link>
    </li>
  )
}
