import { Dialog, ErrorState, Loading, NoticeRegion } from '@thiso/kit'
import type { ReactNode } from 'react'
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { SignInForm } from '../../features/auth/components/sign-in-form'
import { useProblemText } from '../../lib/problem'
import { mayCall } from '../../lib/access'
import { type Account, useSession } from '../../lib/session'
import { AdminShell } from './admin-shell'
import { ContestantDoor } from './contestant-door'
import { useShellText } from './use-shell-text'

/** What stands around a page. */
type Frame = (props: { account: Account; children: ReactNode }) => ReactNode

/** Lets in who has work here: organizers, administrators, and teachers. Everyone else is sent to the right door. */
export const PanelOnly = () => <Gate frame={AdminShell} />

/** The same door to a page that fills the screen, as on the projector of a class. */
export const BarePanel = () => <Gate frame={Bare} />

function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <NoticeRegion />
    </>
  )
}

function Gate({ frame: Around }: { frame: Frame }) {
  const { account, endedAccount, hasLeft, isPending, error, refetch } = useSession()
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
  const known = account ?? endedAccount
  if (!known) {
    const next = hasLeft || pathname === '/' ? '' : `?tiep=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/dang-nhap${next}`} replace />
  }
  if (!mayCall(known.role, 'items')) return <ContestantDoor account={known} />
  if (known.mustChangePassword && pathname !== '/tai-khoan') return <Navigate to="/tai-khoan" replace />
  return (
    // Another person signing in over the page must not find what the one before had typed.
    <Around account={known} key={known.id}>
      <Outlet />
      <ScrollRestoration />
      <Dialog open={!account} onClose={() => {}} dismissible={false} size="small" title={t('signInAgain')}>
        <p className="ad-again">{t('signInAgainText')}</p>
        <SignInForm login={known.login} />
      </Dialog>
    </Around>
  )
}
