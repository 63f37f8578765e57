import { LinkButton, Page } from '@thiso/kit'
import { Navigate, Outlet, useLocation } from 'react-router'
import { isStaff, useSession } from '../../lib/session'
import { useShellText } from './use-shell-text'

/** Pages for those who run contests. A teacher's first page is that of the lessons; another address is told to be none of theirs. */
export function StaffPart() {
  const t = useShellText()
  const { account, endedAccount } = useSession()
  const { pathname } = useLocation()
  // What is typed on a page stays while the sign-in form stands over it.
  if (isStaff(account ?? endedAccount)) return <Outlet />
  if (pathname === '/') return <Navigate to="/buoi-choi" replace />
  return (
    <Page title={t('staffTitle')} lead={t('staffText')} width="wide">
      <LinkButton to="/buoi-choi" variant="primary">
        {t('toLessons')}
      </LinkButton>
    </Page>
  )
}
