import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const

/** Public bundles: what lets anybody work the results of a round out again. */
export const bundleRoutes = {
  roundBundle: { method: 'GET', path: '/rounds/:roundId/bundle', access: 'public' },
  roundBundleFile: { method: 'GET', path: '/rounds/:roundId/bundle/file', access: 'public', file: true },
  adminBundleFile: { method: 'GET', path: '/admin/rounds/:roundId/bundle/file', access: STAFF, file: true },
  releaseBundle: { method: 'POST', path: '/admin/rounds/:roundId/bundle/release', access: STAFF },
} as const satisfies Record<string, Route>
