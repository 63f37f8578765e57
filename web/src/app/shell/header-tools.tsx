import { LinkButton, LocaleSwitch, ThemeSwitch } from '@thiso/kit'
import { useLocation } from 'react-router'
import { signInPath, useSession } from '../../lib/session'
import { useAppTexts } from '../texts/use-app-texts'
import { AccountMenu } from './account-menu'
import { NoticeBell } from './notice-bell'

const entrances = ['/dang-nhap', '/dang-ky']

export function HeaderTools() {
  const t = useAppTexts()
  const { account, isLoading } = useSession()
  const { pathname, search } = useLocation()
  return (
    <>
      <LocaleSwitch />
      <span className="app-theme-wide">
        <ThemeSwitch />
      </span>
      {account && <NoticeBell />}
      {account && <AccountMenu account={account} />}
      {!account && !isLoading && !entrances.includes(pathname) && (
        <LinkButton size="small" to={pathname === '/' ? '/dang-nhap' : signInPath(pathname + search)}>
          {t('signIn')}
        </LinkButton>
      )}
    </>
  )
}
