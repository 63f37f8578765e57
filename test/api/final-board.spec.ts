import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardPatch, BoardSnapshotData } from '@thiso/contracts'
import { Rulebook } from '../support/rulebook'
import { type Settings, table } from '../support/rulebook-settings'
import { type Opened, openSocket } from '../support/socket'
import { eventually, useStage } from '../support/stage'

const stage = useStage()

const SETTINGS: Settings = {
  title: 'Tìm hiểu chuyển đổi số',
  organizer: 'Tỉnh đoàn Quảng Nam',
  rounds: [['Đợt 1', '2021-11-10 07:00', '2021-11-20 17:00']],
  paper: [{ topic: 'concepts', level: 'recall', count: 10 }],
  units: [
    ['THPT Nguyễn Huệ', 'school'],
    ['THCS Trà Giang', 'school'],
  ],
  rules: (unit) => ({
    tables: [
      table('A', 'Trung học phổ thông', [unit('THPT Nguyễn Huệ')]),
      table('B', 'Trung học cơ sở', [unit('THCS Trà Giang')]),
    ],
  }),
  round: {
    timeLimitMin: 30,
    attemptLimit: 1,
    resultPolicy: 'at_once',
    rules: {
      freezeMinutes: 30,
      prediction: { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true },
      ranking: [{ by: 'right-items' }, { by: 'prediction-error' }, { by: 'draw' }],
    },
  },
}

// Six people take part, which is what the prediction asked for.
const ROUND = `
  who       | unit            | at             | used | right | guess | table | place
  Lê An     | THPT Nguyễn Huệ | 11/11 09:00:00 | 9:00 | 10    | 8     | A     | 3
  Lê Bình   | THPT Nguyễn Huệ | 20/11 16:45:00 | 9:00 | 10    | 6     | A     | 1
  Lê Cường  | THPT Nguyễn Huệ | 11/11 11:00:00 | 9:00 | 10    | 6     | A     | 1
  Lê Dũng   | THPT Nguyễn Huệ | 11/11 12:00:00 | 9:00 | 9     | 6     | A     | 4
  Lê Em     | THCS Trà Giang  | 11/11 13:00:00 | 9:00 | 8     | 6     | B     | 1
  Lê Giang  | THCS Trà Giang  | 11/11 14:00:00 | 9:00 | 7     | –     | B     | 2
`

let book: Rulebook
let watcher: Opened
let seen: BoardSnapshotData

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
  await stage.database.pool.query(`UPDATE contest SET name_display = 'masked' WHERE id = $1`, [book.contestId])
  await book.play(0, ROUND)
  await sleep(1_200)
  watcher = await openSocket(stage.api.url)
  seen = (await watcher.socket.emitWithAck('board:watch', params())) as BoardSnapshotData
})
afterAll(() => watcher?.close())

const params = () => ({ roundId: book.round(0) })
const board = () => stage.guest().get('board', { params: params() })
const patches = () => watcher.heard.filter(({ event }) => event === 'board:patch').map(({ data }) => data as BoardPatch)
const isThis = (data: unknown) => (data as { roundId: string }).roundId === book.round(0)
const shortly = ({ rows }: Pick<BoardSnapshotData, 'rows'>) =>
  rows.map(({ table: of, rank, name }) => [of, rank, name].filter(Boolean).join(' '))
const newest = async () => {
  const { versions } = await book.organizer.get('results', { params: params() })
  return versions[0] as NonNullable<(typeof versions)[number]>
}
/** The board once it shows the newest version. */
const finalBoard = async () => {
  const { number } = await newest()
  return eventually(`version ${number} on the board`, async () => {
    const shown = await board()
    return shown.final?.number === number && shown
  })
}
const standingOf = (name: string) => book.person(name).get('myStanding', { params: params() })
const resultOf = async (name: string) => {
  const { attempts } = await book.person(name).get('myAttempts')
  const [attempt] = attempts
  const result = await book.person(name).get('attemptResult', { params: { attemptId: attempt?.attemptId as string } })
  return { attempt, result }
}

/** LB-12: board, home page, own place, own result and history say what the newest version says, of everybody. */
async function agreeEverywhere(): Promise<BoardSnapshotData> {
  const shown = await finalBoard()
  const version = await newest()
  const { rows } = await book.organizer.get('resultRows', {
    params: { versionId: version.id },
    query: { size: 100 },
  })
  const ranked = rows.filter(({ rank }) => rank !== null)
  expect(shown.final).toMatchObject({ number: version.number, inputHash: version.inputHash, predictionTarget: 6 })
  expect(shown.participantCount).toBe(ranked.length)
  expect(
    shown.rows.map((row) => [row.table, row.rank, row.points, row.rightCount, row.predictionError, row.drawOrder]),
  ).toEqual(
    ranked.map((row) => [
      row.table,
      row.rank,
      row.points,
      row.rightCount,
      row.predictionError,
      version.isDrawn ? row.drawOrder : undefined,
    ]),
  )
  const home = await eventually('the home page', async () => {
    const { board: top } = await stage.guest().get('home')
    return top?.final?.number === version.number && top
  })
  expect(home.rows).toEqual(shown.rows)
  for (const { accountId, rank, unrankedReason, points } of rows) {
    const fullName = book.nameOf(accountId)
    const standing = await standingOf(fullName)
    const { attempt, result } = await resultOf(fullName)
    const own = shown.rows.find(({ rowId }) => rowId === standing.mine?.rowId) ?? null
    expect([fullName, standing.mine?.rank ?? null]).toEqual([fullName, rank])
    expect(standing).toMatchObject({ mine: own, unrankedReason })
    expect(result).toMatchObject({
      standing: own,
      unrankedReason,
      isCounted: true,
      final: { number: version.number, publishedAt: shown.final?.publishedAt },
      score: { points, maxPoints: 10 },
    })
    expect(attempt).toMatchObject({ isCounted: true, score: { points, maxPoints: 10 } })
  }
  return shown
}

describe('LB-9, RS-10: before results are published', () => {
  it('the board is frozen and provisional, whatever is made of the results', async () => {
    expect(seen).toMatchObject({ final: null, participantCount: 5, frozenAt: '2021-11-20T09:30:00.000Z' })
    // LB-13: by tables already; among equals the order says nothing.
    expect(shortly(seen).sort()).toEqual(['A 1 L. An', 'A 1 L. Cường', 'A 3 L. Dũng', 'B 1 L. Em', 'B 2 L. Giang'])
    await book.close(0)
    await book.exclude(0, 'Lê Dũng', 'Dùng hai tài khoản')
    await book.draw(book.round(0))
    expect(await newest()).toMatchObject({ number: 3, state: 'provisional', isDrawn: true })
    await sleep(1_500)
    expect(await board()).toEqual(seen)
    expect(patches()).toEqual([])
    expect(await standingOf('Lê Dũng')).toMatchObject({ mine: { points: 9 }, unrankedReason: null })
    const { result } = await resultOf('Lê Dũng')
    expect(result).toMatchObject({ final: null, standing: null, unrankedReason: null, score: { points: 9 } })
  })
})

describe('LB-12: published results', () => {
  it('switch the board by themselves, in one step for whoever watches: rulings, exclusions, predictions and draw included', async () => {
    await book.publish(0)
    const shown = await agreeEverywhere()
    expect(shown).toMatchObject({ frozenAt: null, participantCount: 5, final: { number: 3, isDrawn: true } })
    const drawn = await book.drawn(0, ['Lê Bình', 'Lê Cường'])
    const given = (name: string | undefined) => `L. ${name?.split(' ').at(-1)}`
    expect(shortly(shown)).toEqual([
      `A 1 ${given(drawn[0])}`,
      `A 1 ${given(drawn[1])}`,
      'A 3 L. An',
      'B 1 L. Em',
      'B 2 L. Giang',
    ])
    expect(shown.rows.map(({ isTied }) => isTied)).toEqual([true, true, false, false, false])
    expect(shown.rows.map(({ predictionError }) => predictionError)).toEqual([0, 0, 2, 0, null])
    expect(shown.tables).toEqual([
      { code: 'A', rankedCount: 3 },
      { code: 'B', rankedCount: 2 },
    ])
    const [patch, ...more] = await eventually('the watcher hears', async () => patches().length > 0 && patches())
    expect(patch).toMatchObject({ fromVersion: seen.version, version: shown.version, final: shown.final })
    await sleep(1_500)
    expect([more, patches().length]).toEqual([[], 1])
    const other = await openSocket(stage.api.url)
    expect(await other.socket.emitWithAck('board:watch', params())).toEqual(shown)
    other.close()
  })

  it('say to who was excluded that there is no place, and why; nobody else hears of it', async () => {
    expect(await standingOf('Lê Dũng')).toMatchObject({ mine: null, neighbours: [], unrankedReason: 'excluded' })
    expect((await resultOf('Lê Dũng')).result).toMatchObject({ standing: null, unrankedReason: 'excluded' })
    expect(JSON.stringify(await board())).not.toMatch(/Dũng|excluded/)
  })

  it('show neighbours of the own table only', async () => {
    const { neighbours } = await standingOf('Lê Em')
    expect(shortly({ rows: neighbours })).toEqual(['B 1 L. Em', 'B 2 L. Giang'])
  })

  it('count units by the people who have a place', async () => {
    const { rows } = await stage.guest().get('boardByUnit', { params: params() })
    expect(rows).toEqual([
      expect.objectContaining({
        unitName: 'THPT Nguyễn Huệ',
        participantCount: 3,
        averagePoints: 10,
        bestPoints: 10,
      }),
      expect.objectContaining({ unitName: 'THCS Trà Giang', participantCount: 2, averagePoints: 7.5, bestPoints: 8 }),
    ])
  })

  it('are followed to every later version: who is out leaves, whose points a ruling changed moves, and says so', async () => {
    const before = await board()
    const heardBefore = watcher.heard.length
    await book.exclude(0, 'Lê Cường', 'Gian lận')
    // Pages of results that are open ask again.
    await eventually('the round is said to have changed', async () =>
      watcher.heard.slice(heardBefore).some(({ event, data }) => event === 'round:changed' && isThis(data)),
    )
    const without = await agreeEverywhere()
    expect(shortly(without)).toEqual(['A 1 L. Bình', 'A 2 L. An', 'B 1 L. Em', 'B 2 L. Giang'])
    expect(without.final?.number).toBe(4)
    expect(Date.parse(without.final?.publishedAt as string)).toBeGreaterThan(
      Date.parse(before.final?.publishedAt as string),
    )

    // Two items that Giang had wrong become right for everybody.
    const { attempt } = await resultOf('Lê Giang')
    const { rows } = await stage.database.pool.query<{ form: { itemVersionId: string }[] }>(
      `SELECT form FROM attempt WHERE id = $1`,
      [attempt?.attemptId],
    )
    for (const { itemVersionId } of rows[0]?.form.slice(8) ?? []) {
      const { id: rulingId } = await book.organizer.get('proposeRuling', {
        params: params(),
        body: { ruling: { kind: 'all-right', itemVersionId }, reason: 'Câu có hai đáp án đúng' },
      })
      await book.second.get('decideRuling', { params: { rulingId }, body: { decision: 'approve' } })
    }
    const after = await agreeEverywhere()
    expect(after.final?.number).toBe(6)
    const { result } = await resultOf('Lê Giang')
    expect(result.score).toMatchObject({ points: 9, rightCount: 9, pointsAtEnd: 7 })
    expect((await resultOf('Lê Bình')).result.score).toMatchObject({ points: 10, pointsAtEnd: null })
    await eventually('the watcher', async () => patches().at(-1)?.version === after.version)
    for (const [index, { fromVersion, version }] of patches().entries()) {
      expect(fromVersion).toBe(patches()[index - 1]?.version ?? seen.version)
      expect(version).toBeGreaterThan(fromVersion)
    }
  })
})
