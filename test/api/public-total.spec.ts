import { Rulebook } from '../support/rulebook'
import { type Settings, table } from '../support/rulebook-settings'
import { eventually, useStage } from '../support/stage'

const stage = useStage()

const SETTINGS: Settings = {
  title: 'Tìm hiểu chuyển đổi số',
  organizer: 'Tỉnh đoàn Quảng Nam',
  rounds: [
    ['Đợt 1', '2021-11-10 07:00', '2021-11-20 17:00'],
    ['Đợt 2', '2021-11-22 07:00', '2021-11-30 17:00'],
  ],
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
    total: { bestRounds: null, ranking: [{ by: 'points' }, { by: 'draw' }] },
  }),
  round: {
    timeLimitMin: 30,
    attemptLimit: 1,
    resultPolicy: 'at_once',
    rules: { ranking: [{ by: 'points' }, { by: 'draw' }] },
  },
}
const FIRST = `
  who     | unit            | at             | used | right | table | place
  Lê An   | THPT Nguyễn Huệ | 11/11 09:00:00 | 9:00 | 10    | A     | 1
  Lê Bình | THPT Nguyễn Huệ | 11/11 10:00:00 | 9:00 | 8     | A     | 2
  Lê Em   | THCS Trà Giang  | 11/11 11:00:00 | 9:00 | 4     | B     | 1
`
const SECOND = `
  who     | unit            | at             | used | right | table | place
  Lê Bình | THPT Nguyễn Huệ | 23/11 09:00:00 | 9:00 | 9     | A     | 1
  Lê An   | THPT Nguyễn Huệ | 23/11 10:00:00 | 9:00 | 3     | A     | 2
`

let book: Rulebook
beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
  await stage.database.pool.query(`UPDATE contest SET name_display = 'masked' WHERE id = $1`, [book.contestId])
  await book.play(0, FIRST)
  await book.play(1, SECOND)
  for (const index of [0, 1]) {
    await book.close(index)
    await book.publish(index)
  }
})

const total = () => stage.guest().get('publicTotal', { params: { contestId: book.contestId } })

describe('RS-13: the public total', () => {
  it('says before it is published only that, also while it is worked out already', async () => {
    await book.organizer.get('closeTotal', { params: { contestId: book.contestId } })
    const shown = await total()
    expect(shown).toMatchObject({ final: null, participantCount: 0, rounds: [], tables: [], rows: [] })
    expect(shown.contest.rules.total).not.toBeNull()
  })

  it('shows places by table with the points of each round, under the names of the boards', async () => {
    await book.closeTotal()
    const shown = await eventually('the total', async () => {
      const now = await total()
      return now.final !== null && now
    })
    const { versions } = await book.organizer.get('total', { params: { contestId: book.contestId } })
    expect(shown.final).toMatchObject({
      number: versions[0]?.number,
      inputHash: versions[0]?.inputHash,
      isDrawn: false,
    })
    expect(shown.rounds.map(({ roundId, name, number }) => [roundId, name.vi, number])).toEqual([
      [book.round(0), 'Đợt 1', 1],
      [book.round(1), 'Đợt 2', 1],
    ])
    expect(shown.participantCount).toBe(3)
    expect(shown.tables).toEqual([
      { code: 'A', rankedCount: 2 },
      { code: 'B', rankedCount: 1 },
    ])
    expect(shown.rows.map((row) => [row.table, row.rank, row.name, row.unitName, row.points, row.roundPoints])).toEqual(
      [
        ['A', 1, 'L. Bình', expect.stringContaining('THPT Nguyễn Huệ'), 17, [8, 9]],
        ['A', 2, 'L. An', expect.stringContaining('THPT Nguyễn Huệ'), 13, [10, 3]],
        ['B', 1, 'L. Em', expect.stringContaining('THCS Trà Giang'), 4, [4, null]],
      ],
    )
    // Rows cannot be joined with those of a round.
    const board = await stage.guest().get('board', { params: { roundId: book.round(0) } })
    for (const { rowId } of shown.rows) expect(board.rows.map((row) => row.rowId)).not.toContain(rowId)
  })

  it('follows the next published version', async () => {
    await book.exclude(0, 'Lê Bình', 'Dùng hai tài khoản')
    expect((await total()).rows[0]).toMatchObject({ rank: 1, points: 17, roundPoints: [8, 9] })
    await book.organizer.get('closeTotal', { params: { contestId: book.contestId } })
    const shown = await eventually('the next version', async () => {
      const now = await total()
      return now.rounds[0]?.number === 2 && now
    })
    expect(shown.rows.map(({ rank, name, points, roundPoints }) => [rank, name, points, roundPoints])).toEqual([
      [1, 'L. An', 13, [10, 3]],
      [2, 'L. Bình', 9, [null, 9]],
      [1, 'L. Em', 4, [4, null]],
    ])
  })

  it('is not there for a contest that is not public, nor for one that does not exist', async () => {
    await book.organizer.get('publishContest', { params: { contestId: book.contestId }, body: { isPublished: false } })
    for (const contestId of [book.contestId, '5b1c9f0e-0000-4000-8000-000000000001'])
      expect(await stage.guest().refusal('publicTotal', { params: { contestId } })).toBe('CONTEST.NOT_FOUND')
  })
})
