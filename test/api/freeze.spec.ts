import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardPatch, BoardSnapshotData } from '@thiso/contracts'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { type Opened, openSocket } from '../support/socket'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
const EARLY = 'Người Nộp Sớm'
const LATE = 'Người Nộp Muộn'
const MINUTE_S = 60
/** Between the opening and the freeze: long enough for one person to take part. */
const BEFORE_FREEZE_S = 12

let organizer: Client
beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const boardOf = (roundId: string, client: Client = stage.guest()) => client.get('board', { params: { roundId } })
const withRows = (roundId: string, count: number) =>
  eventually(`${count} rows`, async () => {
    const board = await boardOf(roundId)
    return board.rows.length === count && board
  })
const until = (iso: string) => sleep(Math.max(0, Date.parse(iso) - Date.now()) + 200)
const auditsOf = async (roundId: string) => {
  const { rows } = await stage.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'board.revealed' AND subject = $1`,
    [`round:${roundId}`],
  )
  return rows[0]?.count
}

describe('LB-9: a frozen board', () => {
  let story: Story
  let early: Client
  let late: Client
  let watcher: Opened
  let seen: BoardSnapshotData
  let frozenAt: string
  let lateAttemptId: string

  const patches = () =>
    watcher.heard.filter(({ event }) => event === 'board:patch').map(({ data }) => data as BoardPatch)
  /** Everything about the round that anybody can ask for. */
  const publicViews = async (client: Client) => [
    await boardOf(story.roundId, client),
    await client.get('boardByUnit', { params: { roundId: story.roundId } }),
    await client.get('home'),
    (await client.get('round', { params: { roundId: story.roundId } })).round,
  ]

  beforeAll(async () => {
    early = await stage.client('contestant', EARLY)
    late = await stage.client('contestant', LATE)
    story = await makeContest(organizer, {
      opensInS: 0,
      lengthS: BEFORE_FREEZE_S + MINUTE_S,
      timeLimitS: 30,
      rules: { freezeMinutes: 1 },
    })
    await takePart(early, story, 3)
    seen = await withRows(story.roundId, 1)
    frozenAt = seen.frozenAt as string
    watcher = await openSocket(stage.api.url)
    await watcher.socket.emitWithAck('board:watch', { roundId: story.roundId })
    await until(frozenAt)
    ;({ attemptId: lateAttemptId } = await takePart(late, story, 8))
    await takePart(early, story, 7)
    await sleep(2_500)
  })
  afterAll(() => watcher?.close())

  it('tells in advance when it will stand still', () => {
    expect(Date.parse(frozenAt)).toBe(Date.parse(story.roundBody.closesAt) - MINUTE_S * 1000)
  })

  it('shows on every page what had been submitted before, and nothing of what came later', async () => {
    for (const client of [stage.guest(), early, late]) {
      const views = await publicViews(client)
      expect(JSON.stringify(views)).not.toContain(LATE)
      const [board, units, home] = views as [
        BoardSnapshotData,
        { rows: unknown[] },
        { board: BoardSnapshotData | null },
      ]
      expect(board).toEqual(seen)
      expect(units.rows).toMatchObject([{ participantCount: 1, averagePoints: 3, bestPoints: 3 }])
      expect(home.board).toMatchObject({ participantCount: 1, rows: [{ name: EARLY, points: 3 }] })
    }
  })

  it('has pushed nothing to who watches, and gives the same board to who comes', async () => {
    expect(patches()).toEqual([])
    const other = await openSocket(stage.api.url)
    expect(await other.socket.emitWithAck('board:watch', { roundId: story.roundId })).toEqual(seen)
    other.close()
  })

  it('tells people the place that they had, and their own points of the attempt, not its place', async () => {
    const params = { roundId: story.roundId }
    expect(await early.get('myStanding', { params })).toMatchObject({ mine: { rank: 1, points: 3 } })
    expect(await late.get('myStanding', { params })).toMatchObject({ mine: null, neighbours: [] })
    const result = await late.get('attemptResult', { params: { attemptId: lateAttemptId } })
    expect(result.score).toMatchObject({ points: 8 })
    expect(result.standing).toBeNull()
  })

  it('hides nothing from the organizers', async () => {
    const { rows } = await organizer.get('standings', { params: { roundId: story.roundId }, query: {} })
    // WN-11: organizers see everybody's place, and names masked.
    expect(rows.map(({ name, points }) => [name, points])).toEqual([
      ['N. N. Muộn', 8],
      ['N. N. Sớm', 7],
    ])
    const { round } = await organizer.get('adminRound', { params: { roundId: story.roundId } })
    expect(round).toMatchObject({ freezeAt: frozenAt, revealedAt: null })
  })

  it('does not move either when what came late is put again', async () => {
    // The catch-up puts everybody of the last minute again.
    await sleep(10_500)
    expect(await boardOf(story.roundId)).toEqual(seen)
    expect(patches()).toEqual([])
  })

  it('is not revealed while the round goes on, nor by anybody but organizers', async () => {
    const params = { roundId: story.roundId }
    const refused = await organizer.call('revealBoard', { params })
    expect([refused.status, refused.code]).toEqual([409, 'BOARD.ROUND_NOT_CLOSED'])
    for (const client of [stage.guest(), early, await stage.client('teacher')])
      expect([401, 403]).toContain((await client.call('revealBoard', { params })).status)
  })

  it('LB-10: stays as it was when the round is closed at once, and does not thaw at the end', async () => {
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    await sleep(1_200)
    expect(await boardOf(story.roundId)).toEqual(seen)
    const { round } = await organizer.get('adminRound', { params: { roundId: story.roundId } })
    expect(round.freezeAt).toBe(frozenAt)
  })

  it('is revealed by an organizer, once, to everybody', async () => {
    const params = { roundId: story.roundId }
    const [one, two] = await Promise.all([
      organizer.get('revealBoard', { params }),
      organizer.get('revealBoard', { params }),
    ])
    expect(one.revealedAt).not.toBeNull()
    expect(two.revealedAt).toBe(one.revealedAt)
    expect((await organizer.get('revealBoard', { params })).revealedAt).toBe(one.revealedAt)
    expect(await auditsOf(story.roundId)).toBe(1)

    const board = await withRows(story.roundId, 2)
    expect(board.frozenAt).toBeNull()
    expect(board.version).toBeGreaterThan(seen.version)
    expect(board.rows.map(({ name, points, rank }) => [name, points, rank])).toEqual([
      [LATE, 8, 1],
      [EARLY, 7, 2],
    ])
    const patch = await eventually('the watchers hear', async () => patches().at(-1))
    expect(patch).toMatchObject({ fromVersion: seen.version, participantCount: 2, frozenAt: null })
    expect(await late.get('myStanding', { params })).toMatchObject({ mine: { rank: 1 } })
    const result = await late.get('attemptResult', { params: { attemptId: lateAttemptId } })
    expect(result.standing).toMatchObject({ rank: 1 })
  })
})

describe('LB-10: a round that is closed before its freeze begins', () => {
  it('takes nothing back that was shown; who is stopped by it stays hidden until the board is revealed', async () => {
    const [early, late] = [await stage.client('contestant', EARLY), await stage.client('contestant', LATE)]
    const story = await makeContest(organizer, { opensInS: 0, rules: { freezeMinutes: 60 } })
    await takePart(early, story, 4)
    const before = await withRows(story.roundId, 1)
    await late.get('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() } })
    const closed = await organizer.get('closeRound', { params: { roundId: story.roundId } })
    await eventually('everybody has ended', async () => {
      const { rows } = await stage.database.pool.query(
        `SELECT 1 FROM attempt WHERE round_id = $1 AND state = 'in_progress'`,
        [story.roundId],
      )
      return rows.length === 0
    })
    await sleep(1_500)
    const after = await boardOf(story.roundId)
    expect(after.rows).toEqual(before.rows)
    expect(Date.parse(after.frozenAt as string)).toBeLessThanOrEqual(Date.parse(closed.closesAt))
    expect(Date.parse(after.frozenAt as string)).toBeGreaterThan(Date.parse(before.rows[0]?.submittedAt as string))
    await organizer.get('revealBoard', { params: { roundId: story.roundId } })
    await withRows(story.roundId, 2)
  })
})

it('LB-9: where nothing is frozen there is nothing to reveal', async () => {
  const story = await makeContest(organizer)
  await organizer.get('closeRound', { params: { roundId: story.roundId } })
  const refused = await organizer.call('revealBoard', { params: { roundId: story.roundId } })
  expect([refused.status, refused.code]).toEqual([409, 'BOARD.NEVER_FROZEN'])
  expect((await boardOf(story.roundId)).frozenAt).toBeNull()
})

describe('LB-3: the attempt that counts', () => {
  it.each([
    ['best', 6],
    ['first', 3],
    ['last', 2],
  ] as const)('%s', async (counted, points) => {
    const story = await makeContest(organizer, {
      attemptLimit: 3,
      rules: { attempts: { ...DEFAULT_ROUND_RULES.attempts, counted } },
    })
    const client = await stage.client('contestant', 'Lê Thử')
    await boardOf(story.roundId)
    const ids: string[] = []
    for (const right of [3, 6, 2]) ids.push((await takePart(client, story, right)).attemptId)
    await eventually('the board counts it', async () => (await boardOf(story.roundId)).rows[0]?.points === points)
    // Once everything is known it stays, also when the same is put again.
    await sleep(1_000)
    const board = await boardOf(story.roundId)
    expect(board.rows.map((row) => row.points)).toEqual([points])
    const { attempts } = await client.get('myAttempts')
    expect(attempts.filter(({ isCounted }) => isCounted).map(({ score }) => score?.points)).toEqual([points])
  })
})

it('LB-11: a round with a prediction question shows no board while it is open', async () => {
  const story = await makeContest(organizer, {
    rules: { prediction: { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true } },
  })
  const client = await stage.client('contestant', LATE)
  await takePart(client, story, 5)
  await sleep(1_000)
  const params = { roundId: story.roundId }
  expect(await boardOf(story.roundId)).toMatchObject({ participantCount: 0, rows: [] })
  expect(await client.get('boardByUnit', { params })).toMatchObject({ rows: [] })
  expect(await client.get('myStanding', { params })).toMatchObject({ mine: null, neighbours: [] })
})
