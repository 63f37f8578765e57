import { AppShell, Button, LocaleSwitch, Logo, NavItem, ThemeSwitch, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMutation } from '@tanstack/react-query'
import Building from 'lucide-react/icons/building-2'
import CircleUser from 'lucide-react/icons/circle-user-round'
import FileQuestion from 'lucide-react/icons/file-question-mark'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import LogOut from 'lucide-react/icons/log-out'
import ScrollText from 'lucide-react/icons/scroll-text'
import Trophy from 'lucide-react/icons/trophy'
import Users from 'lucide-react/icons/users-round'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCommon } from '../../lib/common'
import { useProblemText } from '../../lib/problem'
import { type Account, useSetAccount } from '../../lib/session'
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
      tools={<Tools account={account} />}
    >
      {children}
    </AppShell>
  )
}

function Tools({ account }: { account: Account }) {
  const t = useShellText()
  const common = useCommon()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const setAccount = useSetAccount()
  const signOut = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: () => {
      setAccount(null)
      navigate('/dang-nhap', { replace: true })
    },
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  return (
    <>
      <Switches />
      <details className="ad-account">
        <summary aria-label={`${t('account')}: ${account.fullName}`}>
          <CircleUser size={22} strokeWidth={1.75} aria-hidden="true" />
          <span className="ad-account-name">{account.fullName}</span>
        </summary>
        <div className="ad-account-menu">
          <p>
            <strong>{account.fullName}</strong>
            <br />
            <span className="ts-quiet-text ts-small">
              {common(`role.${account.role}`)} · {account.login}
            </span>
          </p>
          <Switches />
          <NavItem to="/tai-khoan" icon={CircleUser}>
            {t('account')}
          </NavItem>
          <a className="ts-nav-item" href="/">
            {t('contestantSite')}
          </a>
          <Button variant="quiet" icon={LogOut} block busy={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('signOut')}
          </Button>
        </div>
      </details>
    </>
  )
}

/** In the header where there is room, else in the account's menu. */
function Switches() {
  return (
    <span className="ad-switches">
      <LocaleSwitch />
      <ThemeSwitch />
    </span>
  )
}
