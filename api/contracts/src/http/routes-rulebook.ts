const STAFF = ['organizer', 'administrator'] as const

/** The thể lệ of a contest, and what a round would come to. Free of zod, like `routes.ts`. */
export const rulebookRoutes = {
  publicRulebook: { method: 'GET', path: '/contests/:contestId/rulebook', access: 'public' },
  publicRulebookFile: {
    method: 'GET',
    path: '/contests/:contestId/rulebook/:version/the-le.:format',
    access: 'public',
    file: true,
  },
  rulebook: { method: 'GET', path: '/admin/contests/:contestId/rulebook', access: STAFF },
  saveRulebook: { method: 'PUT', path: '/admin/contests/:contestId/rulebook', access: STAFF },
  publishRulebook: { method: 'POST', path: '/admin/contests/:contestId/rulebook/versions', access: STAFF },
  rulebookFile: {
    method: 'GET',
    path: '/admin/contests/:contestId/rulebook/the-le.:format',
    access: STAFF,
    file: true,
  },
  rehearseRound: { method: 'POST', path: '/admin/rounds/:roundId/rehearsal', access: STAFF },
} as const
