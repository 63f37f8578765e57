import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const
const LIST = '/admin/contests/:contestId/winner-lists/:list'

/**
 * From standings to prizes handed over. `:list` is a round's id, `total` (the running total) or `collective` (units).
 */
export const winnersRoutes = {
  // --- anyone
  publicWinners: { method: 'GET', path: '/rounds/:roundId/winners', access: 'public' },
  certificate: { method: 'GET', path: '/certificates/:code', access: 'public' },

  // --- a winner
  myPrizes: { method: 'GET', path: '/me/prizes', access: 'signed-in' },
  choosePrizeName: { method: 'POST', path: '/me/prizes/:winnerId/name', access: 'signed-in' },

  // --- organizers: while a round runs
  standings: { method: 'GET', path: '/admin/rounds/:roundId/standings', access: STAFF },
  exportStandings: { method: 'GET', path: '/admin/rounds/:roundId/standings.:format', access: STAFF, file: true },
  exportParticipation: {
    method: 'GET',
    path: '/admin/contests/:contestId/participation.:format',
    access: STAFF,
    file: true,
  },

  // --- organizers: lists of winners
  winnerList: { method: 'GET', path: LIST, access: STAFF },
  proposeWinners: { method: 'POST', path: `${LIST}/propose`, access: STAFF },
  signWinners: { method: 'POST', path: `${LIST}/sign`, access: STAFF },
  publishWinners: { method: 'POST', path: `${LIST}/publish`, access: STAFF },
  exportWinnerList: { method: 'GET', path: `${LIST}/winners.:format`, access: STAFF, file: true },
  winnersMinutes: { method: 'GET', path: `${LIST}/minutes.:format`, access: STAFF, file: true },
  winnerCertificates: { method: 'GET', path: `${LIST}/certificates.pdf`, access: STAFF, file: true },
  saveCertificateForm: { method: 'PUT', path: `${LIST}/certificate-form`, access: STAFF },
  winnerIdentity: { method: 'POST', path: '/admin/winners/:winnerId/unmask', access: STAFF },
  checkIdentity: { method: 'POST', path: '/admin/winners/:winnerId/identity', access: STAFF },
  endWinner: { method: 'POST', path: '/admin/winners/:winnerId/end', access: STAFF },
  handOverPrize: { method: 'POST', path: '/admin/winners/:winnerId/hand-over', access: STAFF },
  keepWinner: { method: 'POST', path: '/admin/winners/:winnerId/keep', access: STAFF },
  maskWinner: { method: 'POST', path: '/admin/winners/:winnerId/mask', access: STAFF },
  withdrawCertificate: { method: 'POST', path: '/admin/winners/:winnerId/withdraw-certificate', access: STAFF },

  // --- organizers: units
  collectivePrizes: { method: 'GET', path: '/admin/contests/:contestId/collective-prizes', access: STAFF },
  saveCollectivePlan: { method: 'PUT', path: '/admin/contests/:contestId/collective-prizes', access: STAFF },
  confirmRoster: { method: 'PUT', path: '/admin/contests/:contestId/rosters/:unitId', access: STAFF },
  amendCollectivePlan: {
    method: 'POST',
    path: '/admin/contests/:contestId/collective-prizes/amendments',
    access: STAFF,
  },
  contestReport: { method: 'GET', path: '/admin/contests/:contestId/report.:format', access: STAFF, file: true },
} as const satisfies Record<string, Route>
