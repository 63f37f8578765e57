import type { z } from 'zod'
import type { BoardRow, BoardSnapshot, FinalResults } from '../http/shapes.js'

/** The socket protocol. The client names its version in the handshake (`auth.protocol`); another one is refused. */
export const PROTOCOL_VERSION = 1

export type BoardSnapshotData = z.output<typeof BoardSnapshot>
export type BoardRowData = z.output<typeof BoardRow>
export type FinalResultsData = z.output<typeof FinalResults>

/**
 * What changed in the top of a board between two versions: `order` names every row by `rowId`, `changed` brings the
 * rows that are new or differ. A client whose own version is not `fromVersion` asks for the snapshot again.
 */
export interface BoardPatch {
  roundId: string
  fromVersion: number
  version: number
  participantCount: number
  frozenAt: string | null
  final: FinalResultsData | null
  /** As in the snapshot; each row names its table. */
  tables?: BoardSnapshotData['tables']
  order: string[]
  changed: BoardRowData[]
}

export type Refusal = { refused: 'NOT_FOUND' | 'NOT_ALLOWED' | 'BAD_REQUEST' | 'PROTOCOL' | 'BUSY' }

export interface ClientToServerEvents {
  'board:watch': (request: { roundId: string }, reply: (answer: BoardSnapshotData | Refusal) => void) => void
  'board:unwatch': (request: { roundId: string }) => void
  'attempt:watch': (
    request: { attemptId: string; holder: string },
    reply: (answer: { ok: true } | Refusal) => void,
  ) => void
}

export interface ServerToClientEvents {
  'board:patch': (patch: BoardPatch) => void
  /** Another tab or device took this attempt over. */
  'attempt:taken-over': (event: { attemptId: string }) => void
  'attempt:submitted': (event: { attemptId: string }) => void
  /** A round was opened, closed or changed by hand, or its results were published or changed after that: ask for it again. */
  'round:changed': (event: { roundId: string }) => void
}
