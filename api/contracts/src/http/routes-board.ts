const STAFF = ['organizer', 'administrator'] as const

/** The public total, and what organizers do with a round's board. */
export const boardRoutes = {
  publicTotal: { method: 'GET', path: '/contests/:contestId/total', access: 'public' },
  revealBoard: { method: 'POST', path: '/admin/rounds/:roundId/reveal', access: STAFF },
} as const
