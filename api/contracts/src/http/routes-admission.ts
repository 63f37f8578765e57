import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const

/** Who may take part, amendments of rules, acts on the clock. */
export const admissionRoutes = {
  checkContestRules: { method: 'POST', path: '/admin/contests/check', access: STAFF },
  checkRoundRules: { method: 'POST', path: '/admin/contests/:contestId/rounds/check', access: STAFF },

  contestEntrants: { method: 'GET', path: '/admin/contests/:contestId/entrants', access: STAFF },
  addContestEntrants: { method: 'POST', path: '/admin/contests/:contestId/entrants', access: STAFF },
  removeContestEntrant: { method: 'DELETE', path: '/admin/contests/:contestId/entrants/:accountId', access: STAFF },
  roundEntrants: { method: 'GET', path: '/admin/rounds/:roundId/entrants', access: STAFF },
  addRoundEntrants: { method: 'POST', path: '/admin/rounds/:roundId/entrants', access: STAFF },
  removeRoundEntrant: { method: 'DELETE', path: '/admin/rounds/:roundId/entrants/:accountId', access: STAFF },
  extraTimes: { method: 'GET', path: '/admin/contests/:contestId/extra-times', access: STAFF },
  grantExtraTime: { method: 'POST', path: '/admin/contests/:contestId/extra-times', access: STAFF },
  withdrawExtraTime: { method: 'DELETE', path: '/admin/contests/:contestId/extra-times/:accountId', access: STAFF },

  publicAmendments: { method: 'GET', path: '/contests/:slug/amendments', access: 'public' },
  amendments: { method: 'GET', path: '/admin/contests/:contestId/amendments', access: STAFF },
  proposeContestAmendment: { method: 'POST', path: '/admin/contests/:contestId/amendments', access: STAFF },
  proposeRoundAmendment: { method: 'POST', path: '/admin/rounds/:roundId/amendments', access: STAFF },
  decideAmendment: { method: 'POST', path: '/admin/amendments/:amendmentId/decide', access: STAFF },
  withdrawAmendment: { method: 'POST', path: '/admin/amendments/:amendmentId/withdraw', access: STAFF },

  clockActs: { method: 'GET', path: '/rounds/:roundId/clock-acts', access: 'public' },
  pauseRound: { method: 'POST', path: '/admin/rounds/:roundId/pause', access: STAFF },
  resumeRound: { method: 'POST', path: '/admin/rounds/:roundId/resume', access: STAFF },
  extendRound: { method: 'POST', path: '/admin/rounds/:roundId/extend', access: STAFF },
  previewCredit: { method: 'POST', path: '/admin/rounds/:roundId/credits/preview', access: STAFF },
  grantCredit: { method: 'PUT', path: '/admin/rounds/:roundId/credits/:creditId', access: STAFF },
} as const satisfies Record<string, Route>
