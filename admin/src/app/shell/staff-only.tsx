import { ErrorState, Loading } from '@thiso/kit'
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useProblemText } from '../../lib/problem'
import { useSession } from '../../lib/session'
import { AdminShell } from './admin-shell'
import { ContestantDoor } from './contestant-door'
import { useShellText } from './use-shell-text'

/** Lets organizers and administrators in; everyone else is sent to the right door. */
export function StaffOnly() {
  const { account, isStaff, isPending, error, refetch } = useSession()
  const t = useShellText()
  const problemText = useProblemText()
  const { pathname, search } = useLocation()

  if (isPending) return <Loading block />
  if (error) {
    return (
      <ErrorState title={t('sessionErrorTitle')} onRetry={refetch}>
        {problemText(error)}
      </ErrorState>
    )
  }
  if (!account) {
    const next = pathname === '/' ? '' : `?tiep=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/dang-nhap${next}`} replace />
  }
  if (!isStaff) return <ContestantDoor account={account} />
  if (account.mustChangePassword && pathname !== '/tai-khoan') return <Navigate to="/tai-khoan" replace />
  return (
    <AdminShell account={account}>
      <Outlet />
      <ScrollRestoration />
    </AdminShell>
  )
}
