import { type BoardPatch, type BoardSnapshotData, PROTOCOL_VERSION, type Refusal } from '@thiso/contracts'
import type { Pool } from 'pg'
import { io, type Socket } from 'socket.io-client'
import { applyPatch } from '@thiso/contracts/board-patch'

export interface BoardWatcher {
  socket: Socket
  /** The board as this watcher's page would show it. */
  board: () => BoardSnapshotData
  patchCount: () => number
  /** Versions that went down on the page; must stay empty. */
  steps: { from: number; to: number }[]
}

const open = new Set<Socket>()

/** For afterAll: a spec that fails half-way must not keep a socket reconnecting for ever. */
export function closeSockets(): void {
  for (const socket of open) socket.disconnect()
  open.clear()
}

export async function openSocket(baseUrl: string, token?: string): Promise<Socket> {
  const socket = io(baseUrl, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION },
    forceNew: true,
    autoUnref: true,
    ...(token ? { extraHeaders: { cookie: `thiso=${token}` } } : {}),
  })
  open.add(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  return socket
}

/** Follows a board as the contest site does: the snapshot, patches that follow on it, and the snapshot again after a gap. */
export async function watchBoard(baseUrl: string, roundId: string): Promise<BoardWatcher> {
  const socket = await openSocket(baseUrl)
  let board: BoardSnapshotData | undefined
  let patchCount = 0
  const steps: BoardWatcher['steps'] = []
  const show = (next: BoardSnapshotData) => {
    if (board && next.version < board.version) steps.push({ from: board.version, to: next.version })
    board = next
  }
  const ask = async () => {
    const reply = (await socket.timeout(10_000).emitWithAck('board:watch', { roundId })) as BoardSnapshotData | Refusal
    if ('refused' in reply) throw new Error(`board:watch: ${reply.refused}`)
    if (!board || reply.version >= board.version) show(reply)
  }
  socket.on('board:patch', (patch: BoardPatch) => {
    patchCount++
    const next = board && applyPatch(board, patch)
    if (next) show(next)
    else void ask().catch(() => undefined)
  })
  socket.on('connect', () => void ask().catch(() => undefined))
  await ask()
  return {
    socket,
    board: () => board as BoardSnapshotData,
    patchCount: () => patchCount,
    steps,
  }
}

export interface PlainRow {
  rank: number
  name: string
  points: number
  timeUsedS: number
}

/** The top of a round's board by the database alone, written without the code that is under test. */
export async function boardByDatabase(pool: Pool, roundId: string): Promise<PlainRow[]> {
  const { rows } = await pool.query<PlainRow>(
    `WITH best AS (
       SELECT DISTINCT ON (account_id) account_id, points, time_used_s, floor(extract(epoch FROM submitted_at)) AS second
       FROM attempt WHERE round_id = $1 AND state = 'submitted'
       ORDER BY account_id, points DESC, time_used_s, floor(extract(epoch FROM submitted_at))
     )
     SELECT rank() OVER (ORDER BY points DESC, time_used_s, second)::int AS rank, full_name AS name, points,
            time_used_s AS "timeUsedS"
     FROM best JOIN account ON account.id = best.account_id
     ORDER BY points DESC, time_used_s, second, account.id DESC LIMIT 50`,
    [roundId],
  )
  return rows
}

export function plainRows(board: Pick<BoardSnapshotData, 'rows'>): PlainRow[] {
  return board.rows.map(({ rank, name, points, timeUsedS }) => ({ rank, name, points, timeUsedS }))
}
