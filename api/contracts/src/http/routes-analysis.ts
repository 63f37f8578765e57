const STAFF = ['organizer', 'administrator'] as const

/** How the items of a closed round did. Free of zod, like `routes.ts`. */
export const analysisRoutes = {
  itemAnalysis: { method: 'GET', path: '/admin/rounds/:roundId/analysis', access: STAFF },
  itemAnalysisFile: { method: 'GET', path: '/admin/rounds/:roundId/analysis.:format', access: STAFF, file: true },
} as const
