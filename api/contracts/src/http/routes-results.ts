import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const
const PARTICIPANTS = ['contestant', 'teacher'] as const

/** From the closing of a round to published results: versions, draws, rulings, complaints. */
export const resultsRoutes = {
  results: { method: 'GET', path: '/admin/rounds/:roundId/results', access: STAFF },
  closeResults: { method: 'POST', path: '/admin/rounds/:roundId/results', access: STAFF },
  publishResults: { method: 'POST', path: '/admin/rounds/:roundId/results/publish', access: STAFF },
  total: { method: 'GET', path: '/admin/contests/:contestId/total', access: STAFF },
  closeTotal: { method: 'POST', path: '/admin/contests/:contestId/total', access: STAFF },
  publishTotal: { method: 'POST', path: '/admin/contests/:contestId/total/publish', access: STAFF },
  resultRows: { method: 'GET', path: '/admin/results/:versionId/rows', access: STAFF },
  nameDraw: { method: 'POST', path: '/admin/draws/:scopeId/name', access: STAFF },
  adminUnitsDraw: { method: 'GET', path: '/admin/contests/:contestId/units-draw', access: STAFF },
  enterDraw: { method: 'POST', path: '/admin/draws/:scopeId/entry', access: STAFF },
  confirmDraw: { method: 'POST', path: '/admin/draws/:scopeId/confirm', access: STAFF },
  rulings: { method: 'GET', path: '/admin/rounds/:roundId/rulings', access: STAFF },
  proposeRuling: { method: 'POST', path: '/admin/rounds/:roundId/rulings', access: STAFF },
  previewRuling: { method: 'POST', path: '/admin/rulings/:rulingId/preview', access: STAFF },
  decideRuling: { method: 'POST', path: '/admin/rulings/:rulingId/decide', access: STAFF },
  complaints: { method: 'GET', path: '/admin/rounds/:roundId/complaints', access: STAFF },
  actOnComplaints: { method: 'POST', path: '/admin/rounds/:roundId/complaints', access: STAFF },

  draw: { method: 'GET', path: '/rounds/:roundId/draw', access: 'public' },
  drawList: { method: 'GET', path: '/rounds/:roundId/draw/list.txt', access: 'public', file: true },
  totalDraw: { method: 'GET', path: '/contests/:contestId/draw', access: 'public' },
  totalDrawList: { method: 'GET', path: '/contests/:contestId/draw/list.txt', access: 'public', file: true },
  unitsDraw: { method: 'GET', path: '/contests/:contestId/units-draw', access: 'public' },
  unitsDrawList: { method: 'GET', path: '/contests/:contestId/units-draw/list.txt', access: 'public', file: true },

  myComplaints: { method: 'GET', path: '/me/complaints', access: PARTICIPANTS },
  attemptComplaints: { method: 'GET', path: '/attempts/:attemptId/complaints', access: PARTICIPANTS },
  fileComplaint: { method: 'POST', path: '/attempts/:attemptId/complaints', access: PARTICIPANTS },
  withdrawComplaint: { method: 'POST', path: '/complaints/:complaintId/withdraw', access: PARTICIPANTS },
} as const satisfies Record<string, Route>
