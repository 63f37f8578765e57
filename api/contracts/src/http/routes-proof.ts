import type { Route } from './route.js'

const PARTICIPANTS = ['contestant', 'teacher'] as const

/** What lets anybody check a round. */
export const proofRoutes = {
  roundProof: { method: 'GET', path: '/rounds/:roundId/proof', access: 'public' },
  /** By the hash of the leaf, which only whoever holds the receipt knows. */
  leafProof: { method: 'GET', path: '/rounds/:roundId/proof/leaves/:leaf', access: 'public' },
  checkpointsFile: { method: 'GET', path: '/rounds/:roundId/proof/checkpoints.txt', access: 'public', file: true },
  poolFile: { method: 'GET', path: '/rounds/:roundId/proof/pool.jsonl', access: 'public', file: true },
  attemptReceipt: { method: 'GET', path: '/attempts/:attemptId/receipt', access: PARTICIPANTS },
  paperProof: { method: 'GET', path: '/attempts/:attemptId/paper-proof', access: PARTICIPANTS },
} as const satisfies Record<string, Route>
