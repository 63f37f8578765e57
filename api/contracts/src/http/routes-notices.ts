import type { Route } from './route.js'

/** What the platform tells a person. */
export const noticeRoutes = {
  myNotices: { method: 'GET', path: '/me/notices', access: 'signed-in' },
  readNotices: { method: 'POST', path: '/me/notices/read', access: 'signed-in' },
} as const satisfies Record<string, Route>
