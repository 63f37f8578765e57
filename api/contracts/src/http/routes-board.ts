const STAFF = ['organizer', 'administrator'] as const

/** What organizers do with a round's board. */
export const boardRoutes = {
  revealBoard: { method: 'POST', path: '/admin/rounds/:roundId/reveal', access: STAFF },
} as const
