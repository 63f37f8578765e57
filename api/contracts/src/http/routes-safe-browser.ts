import type { Route } from './route.js'

const STAFF = ['organizer', 'administrator'] as const
const PARTICIPANTS = ['contestant', 'teacher'] as const

/** Rounds that are taken in the Safe Exam Browser only. */
export const safeBrowserRoutes = {
  proveSafeBrowser: { method: 'POST', path: '/rounds/:roundId/safe-browser', access: PARTICIPANTS },
  safeBrowserKeys: { method: 'GET', path: '/admin/rounds/:roundId/safe-browser', access: STAFF },
  setSafeBrowserKeys: { method: 'PUT', path: '/admin/rounds/:roundId/safe-browser', access: STAFF },
  readSafeBrowserSettings: { method: 'POST', path: '/admin/safe-browser/settings', access: STAFF },
} as const satisfies Record<string, Route>
