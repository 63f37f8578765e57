import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { LoadingPage } from '../../lib/loading-page'
import { ErrorBoundary } from './error-boundary'
import { usePageFocus } from './use-page-focus'

/** The page of the route: loaded when it is needed, fenced off so that its failure leaves the header standing. */
export function PageOutlet() {
  const { pathname } = useLocation()
  usePageFocus(pathname)
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<LoadingPage />}>
        <Outlet />
      </Suspense>
    </ErrorBoundary>
  )
}
