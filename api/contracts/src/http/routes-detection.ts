const STAFF = ['organizer', 'administrator'] as const

/** Signs that deserve a second look, and what is logged while a paper is taken. Free of zod, like `routes.ts`. */
export const detectionRoutes = {
  signals: { method: 'GET', path: '/admin/rounds/:roundId/signals', access: STAFF },
  signalRuns: { method: 'GET', path: '/admin/rounds/:roundId/signal-runs', access: STAFF },
  startSignalRun: { method: 'POST', path: '/admin/rounds/:roundId/signal-runs', access: STAFF },
  signal: { method: 'GET', path: '/admin/signals/:signalId', access: STAFF },
} as const
