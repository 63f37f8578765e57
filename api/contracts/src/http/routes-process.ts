import type { Route } from './route.js'

const PARTICIPANTS = ['contestant', 'teacher'] as const

/** What is noted about how a paper is taken, and the person's own look at it. */
export const processRoutes = {
  recordProcess: { method: 'POST', path: '/attempts/:attemptId/process-events', access: PARTICIPANTS },
  ownLog: { method: 'GET', path: '/attempts/:attemptId/log', access: PARTICIPANTS },
} as const satisfies Record<string, Route>
