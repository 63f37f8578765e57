import { AppShell, Logo, NavItem } from '@thiso/kit'
import Building from 'lucide-react/icons/building-2'
import FileQuestion from 'lucide-react/icons/file-question-mark'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import ScrollText from 'lucide-react/icons/scroll-text'
import Trophy from 'lucide-react/icons/trophy'
import Users from 'lucide-react/icons/users-round'
import { type ReactNode, useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { useCommon } from '../../lib/common'
import type { Account } from '../../lib/session'
import { AccountMenu } from './account-menu'
import { Switches } from './switches'
import { useShellText } from './use-shell-text'

const items = [
  { to: '/', icon: LayoutDashboard, word: 'overview', end: true },
  { to: '/cuoc-thi', icon: Trophy, word: 'contests' },
  { to: '/cau-hoi', icon: FileQuestion, word: 'items' },
  { to: '/nguoi', icon: Users, word: 'people' },
  { to: '/don-vi', icon: Building, word: 'units' },
  { to: '/nhat-ky', icon: ScrollText, word: 'audit' },
] as const

export function AdminShell({ account, children }: { account: Account; children: ReactNode }) {
  const t = useShellText()
  const common = useCommon()
  const { pathname } = useLocation()

  // On a phone the menu is a strip longer than the screen: where one is must be in its visible part.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another place in the menu
  useEffect(() => {
    const here = document.querySelector<HTMLElement>('.ts-shell-nav [aria-current="page"]')
    const strip = here?.parentElement
    if (here && strip)
      strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2
  }, [pathname])

  return (
    <AppShell
      navPlace="side"
      navLabel={t('nav')}
      brand={
        <Link to="/" className="ad-brand">
          <Logo />
          <span className="ad-brand-panel">{common('panel')}</span>
        </Link>
      }
      nav={
        // Until the temporary password is replaced every other page would only send the person back.
        account.mustChangePassword
          ? undefined
          : items.map((item) => (
              <NavItem key={item.to} to={item.to} icon={item.icon} end={'end' in item}>
                {t(item.word)}
              </NavItem>
            ))
      }
      tools={
        <>
          <Switches />
          <AccountMenu account={account} />
        </>
      }
    >
      {children}
    </AppShell>
  )
}
