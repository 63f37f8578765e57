import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const
const PARTICIPANTS = ['contestant', 'teacher'] as const

/** CA: from signals to a decision, the hearing and the appeal. */
export const casesRoutes = {
  cases: { method: 'GET', path: '/admin/cases', access: STAFF },
  openCase: { method: 'POST', path: '/admin/rounds/:roundId/cases', access: STAFF },
  openCasesFromSignals: { method: 'POST', path: '/admin/rounds/:roundId/cases/from-signals', access: STAFF },
  caseFile: { method: 'GET', path: '/admin/cases/:caseId', access: STAFF },
  casePapers: { method: 'GET', path: '/admin/cases/:caseId/papers', access: STAFF },
  actOnCase: { method: 'POST', path: '/admin/cases/:caseId/acts', access: STAFF },
  caseRecord: { method: 'GET', path: '/admin/cases/:caseId/record.:format', access: STAFF, file: true },

  myCases: { method: 'GET', path: '/me/cases', access: PARTICIPANTS },
  myCase: { method: 'GET', path: '/me/cases/:caseId', access: PARTICIPANTS },
  answerCase: { method: 'POST', path: '/me/cases/:caseId/answer', access: PARTICIPANTS },
  appealCase: { method: 'POST', path: '/me/cases/:caseId/appeal', access: PARTICIPANTS },
} as const satisfies Record<string, Route>
