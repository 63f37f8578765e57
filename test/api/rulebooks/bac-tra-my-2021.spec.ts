import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import { type Settings, table } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

const prizes = (['A', 'B'] as const).flatMap((code) =>
  (['first', 'second', 'third'] as const).map((tier) => ({
    tier,
    count: 1,
    reward: { vi: 'Giấy khen', en: '' },
    table: code,
  })),
)

/** Phòng Giáo dục và Đào tạo Bắc Trà My 2021. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu truyền thống quê hương Bắc Trà My',
  organizer: 'Phòng GD&ĐT Bắc Trà My',
  // Ten days.
  rounds: [['Một đợt', '2021-11-10 07:00', '2021-11-20 17:00']],
  // 20 items and a further question.
  paper: [{ topic: 'quang-nam', level: 'recall', count: 20 }],
  units: [
    ['THCS Trà Giang', 'school'],
    ['THCS Trà Dương', 'school'],
    ['Tiểu học Trà Mai', 'school'],
    ['Tiểu học Trà Sơn', 'school'],
  ],
  // Table A lower secondary, table B primary.
  rules: (unit) => ({
    tables: [
      table('A', 'Trung học cơ sở', [unit('THCS Trà Giang'), unit('THCS Trà Dương')]),
      table('B', 'Tiểu học', [unit('Tiểu học Trà Mai'), unit('Tiểu học Trà Sơn')]),
    ],
  }),
  round: {
    // 30 minutes.
    timeLimitMin: 30,
    // Two attempts, of which the higher counts.
    attemptLimit: 2,
    resultPolicy: 'after_close',
    rules: {
      attempts: { period: 'round', waitS: 0, counted: 'best', unseenFirst: false },
      // Everything must be answered.
      allRequired: true,
      // The further question: how many take part.
      prediction: { target: 'participants', unit: 'people', per: 'attempt', countsDisqualified: true },
      // Right items, the shortest time, the further question; then, in place of "the organizers decide", a draw.
      ranking: [...RANKING_PRESETS['fastest-then-prediction']],
    },
  },
  prizes,
}

// Eleven pupils.
const ROUND = `
  who              | unit             | age | guardian      | at              | used  | right | blank | guess | table | place      | why
  Nguyễn Thị Ba    | THCS Trà Giang   | 13  | Nguyễn Lực    | 11/11 08:00:00  | 5:00  | 18    | 0     | 11    | A     |            | fast, but the second attempt is higher
  Nguyễn Thị Ba    | THCS Trà Giang   | 13  | Nguyễn Lực    | 12/11 08:00:00  | 12:00 | 20    | 0     | 11    | A     | 4          | 20, a minute slower than the three
  Hồ Văn Bốn       | THCS Trà Giang   | 14  | Hồ Văn Ra     | 13/11 08:00:00  | 11:00 | 20    | 0     | 11    | A     | 1          | error 0
  Đinh Thị Sáu     | THCS Trà Dương   | 12  | Đinh Văn Sang | 19/11 08:00:00  | 11:00 | 20    | 0     | 11    | A     | 1          | the same in everything; when does not matter
  Trần Bảy         | THCS Trà Dương   | 13  | Trần Thị Út   | 10/11 08:00:00  | 11:00 | 20    | 0     | 8     | A     | 3          | error 3
  Lê Tám           | THCS Trà Dương   | 13  | Lê Thị Mơ     | 10/11 09:00:00  | 10:00 | 19    | 0     | 50    | A     | 5          | as high as the second one, and faster
  Lê Tám           | THCS Trà Dương   | 13  | Lê Thị Mơ     | 11/11 09:00:00  | 15:00 | 19    | 0     | 11    | A     |            |
  Phạm Chín        | THCS Trà Giang   | 13  | Phạm Văn Hai  | 11/11 09:00:00  | –     | 18    | 2     | 11    | A     | incomplete | two blanks when the time was over
  Võ Thị Mười      | Tiểu học Trà Mai | 9   |               | 11/11 09:00:00  | 9:00  | 20    | 0     | 11    | B     | 1          | no guardian has consented: first, but no prize
  Huỳnh Mai        | Tiểu học Trà Mai | 9   | Huỳnh Tài     | 11/11 09:00:00  | 9:30  | 20    | 0     | 11    | B     | 2          | error 0
  Ngô Sen          | Tiểu học Trà Sơn | 10  | Ngô Thị Lý    | 11/11 09:00:00  | 9:30  | 20    | 0     | 13    | B     | 3          | error 2
  Bùi Thị Cúc      | Tiểu học Trà Sơn | 10  | Bùi Văn Tý    | 11/11 09:00:00  | 20:00 | 19    | 0     | 11    | B     | 4          |
  Đỗ Lan           | Tiểu học Trà Mai | 8   | Đỗ Văn Tèo    | 11/11 09:00:00  | 30:00 | 15    | 0     | 11    | B     | 5          |
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: PGD Bắc Trà My 2021', () => {
  it('AT-11, AT-13, EL-4: two attempts, nothing blank, only pupils of the schools', async () => {
    await book.play(0, ROUND, {
      'Phạm Chín': async ({ client, paper, holder }) => {
        const params = { attemptId: paper.attempt.attemptId }
        const refused = await client.call('submitAttempt', { params, body: { holder } })
        expect(refused.code).toBe('ATTEMPT.INCOMPLETE')
      },
      'Lê Tám': async (at) => {
        await answerEverything(at, { guess: 11 })
        expect((await at.client.get('round', { params: { roundId: at.roundId } })).mine).toMatchObject({
          attemptsUsed: 1,
          attemptsLeft: 1,
        })
      },
    })
    await book.inThePresent(0, async () => {
      expect((await book.start(book.person('Nguyễn Thị Ba'), 0)).problem).toMatchObject({
        code: 'ATTEMPT.LIMIT_REACHED',
        params: { limit: 2, period: 'round' },
      })
      expect((await book.start(await stage.client(), 0)).problem).toMatchObject({
        code: 'ROUND.NOT_ELIGIBLE',
        params: { reason: 'no-table' },
      })
    })
  })

  it('each table has its own places; two stay equal to the end', async () => {
    expect(await book.close(0)).toMatchObject({
      predictionTarget: 11,
      participantCount: 11,
      rankedCount: 10,
      tiedCount: 2,
      differences: { count: 0 },
    })
    expect(await book.places(0)).toEqual(placesOf(ROUND))
  })

  it('WN-4: the two wait for the draw together; everybody else knows', async () => {
    const { lines, obstacles } = await book.list(0)
    expect(obstacles).toContain('waiting-for-draw')
    const shown = lines.map(({ tier, table: code, winners, waiting }) => [
      `${tier} ${code}`,
      winners.map(({ name }) => name),
      waiting.map(({ names }) => names.toSorted((a, b) => a.localeCompare(b, 'vi'))),
    ])
    // The organizers' lists mask names.
    expect(shown).toEqual([
      ['first A', [], [['Đ. T. Sáu', 'H. V. Bốn']]],
      ['second A', [], [['Đ. T. Sáu', 'H. V. Bốn']]],
      ['third A', ['T. Bảy'], []],
      ['first B', ['H. Mai'], []],
      ['second B', ['N. Sen'], []],
      ['third B', ['B. T. Cúc'], []],
    ])
  })

  it('DW-2, DW-10: a draw, not the organizers, tells the two apart; the table stays as it is', async () => {
    await expect(book.publish(0)).rejects.toThrow('RESULTS.TIES_REMAIN')
    await book.draw(book.round(0))
    await book.publish(0)
    expect(await book.places(0)).toEqual(placesOf(ROUND))
    const { skipped } = await book.list(0)
    expect(skipped.map(({ name, reasons }) => [name, reasons[0]?.reason])).toEqual([
      ['V. T. Mười', 'no-guardian-consent'],
    ])
    const winners = await book.award(0)
    const drawn = await book.drawn(0, ['Đinh Thị Sáu', 'Hồ Văn Bốn'])
    expect(winners).toEqual([
      ['first A', [drawn[0]]],
      ['first B', ['Huỳnh Mai']],
      ['second A', [drawn[1]]],
      ['second B', ['Ngô Sen']],
      ['third A', ['Trần Bảy']],
      ['third B', ['Bùi Thị Cúc']],
    ])
  })
})
