import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Quận Đoàn Bình Tân 2019, on myaloha. Liking a page and tagging friends was asked for too; that is no rule of a contest here. */
const SETTINGS: Settings = {
  title: 'Hội thi trực tuyến Bình Tân 2019',
  organizer: 'Quận Đoàn Bình Tân',
  // Weekly.
  rounds: [
    ['Tuần 1', '2019-09-09 00:00', '2019-09-16 00:00'],
    ['Tuần 2', '2019-09-16 00:00', '2019-09-23 00:00'],
  ],
  // 20 random items, out of 26.
  paper: [
    { topic: 'youth-union', level: 'recall', count: 12, of: 16 },
    { topic: 'concepts', level: 'recall', count: 8, of: 10 },
  ],
  round: {
    // 10 minutes.
    timeLimitMin: 10,
    // Once a week and account.
    attemptLimit: 1,
    resultPolicy: 'after_close',
    rules: {
      attempts: { period: 'week', waitS: 0, counted: 'best', unseenFirst: true },
      // Right items, the fastest, the moment of taking part.
      ranking: [...RANKING_PRESETS['fastest-then-earliest']],
    },
  },
  // The top five of the week.
  prizes: [
    { tier: 'first', count: 1, reward: { vi: 'Giải nhất tuần', en: '' } },
    { tier: 'second', count: 1, reward: { vi: 'Giải nhì tuần', en: '' } },
    { tier: 'third', count: 1, reward: { vi: 'Giải ba tuần', en: '' } },
    { tier: 'consolation', count: 2, reward: { vi: 'Giải khuyến khích tuần', en: '' } },
  ],
}

const WEEK_1 = `
  who              | at             | used  | right | blank | place    | why
  Nguyễn Hoài Anh  | 15/9 22:00:00  | 3:10  | 20    | 0     | 1        | the fastest of those with 20
  Trần Gia Bảo     | 9/9 06:00:00   | 3:11  | 20    | 0     | 2        | a second slower
  Lê Minh Châu     | 10/9 08:00:00  | 4:00  | 20    | 0     | 3        | as fast as Duy, earlier
  Phan Đức Duy     | 10/9 08:00:01  | 4:00  | 20    | 0     | 4        | a second later
  Vũ Thị Hạnh      | 9/9 00:10:00   | –     | 20    | 0     | 6        | never handed in: at the deadline, with the whole ten minutes
  Đinh Quốc Huy    | 11/9 12:00:00  | 9:59  | 20    | 0     | 5        | a second faster than the limit
  Cao Thị Kim      | 9/9 00:05:00   | 1:00  | 19    | 0     | 7        | however fast: one item fewer
  Lý Thành Long    | 12/9 12:00:00  | 1:00  | 19    | 1     | 8        | a blank is as much as a wrong answer; later
  Tạ Ngọc Mai      | 12/9 12:00:00  | 1:00  | 19    | 0     | 8        | the same second: shared
  Hà Văn Nam       | 13/9 09:00:00  | 2:00  | 20    | 0     | excluded | two accounts
`
const WEEK_2 = `
  who              | at             | used  | right | blank | place | why
  Cao Thị Kim      | 16/9 07:00:00  | 2:30  | 18    | 0     | 1     | a new week
  Nguyễn Hoài Anh  | 22/9 23:59:59  | 2:31  | 18    | 0     | 2     | the last second of the week
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Quận Đoàn Bình Tân 2019', () => {
  it('AT-11: once a week; the refusal names the next one', async () => {
    await book.play(0, WEEK_1, {
      'Lê Minh Châu': async (at) => {
        expect(at.paper.items).toHaveLength(20)
        expect(Date.parse(at.paper.attempt.deadlineAt) - Date.parse(at.paper.attempt.startedAt)).toBe(600_000)
        await answerEverything(at)
        const refused = await book.start(at.client, 0)
        expect(refused.problem).toMatchObject({
          code: 'ATTEMPT.LIMIT_REACHED',
          params: { limit: 1, period: 'week' },
        })
      },
    })
    await book.play(1, WEEK_2)
  })

  it('papers differ, and nobody meets an item twice on one', async () => {
    const { rows } = await stage.database.pool.query<{ items: string[] }>(
      `SELECT array(SELECT f->>'itemVersionId' FROM jsonb_array_elements(form) f ORDER BY 1) AS items FROM attempt WHERE round_id = $1`,
      [book.round(0)],
    )
    expect(rows.map(({ items }) => new Set(items).size)).toEqual(rows.map(() => 20))
    expect(new Set(rows.map(({ items }) => items.join())).size).toBeGreaterThan(5)
  })

  it('DR-7: in the second week come the items that the first one did not show', async () => {
    const { rows } = await stage.database.pool.query<{ items: string[] }>(
      `SELECT array(SELECT f->>'itemVersionId' FROM jsonb_array_elements(form) f) AS items FROM attempt WHERE account_id = $1 ORDER BY started_at`,
      [book.person('Cao Thị Kim').person.accountId],
    )
    const [first, second] = rows.map(({ items }) => items) as [string[], string[]]
    // 26 in all: the 6 new ones, and 14 again.
    expect(second.filter((id) => !first.includes(id))).toHaveLength(6)
  })

  it('the first week comes to its places and its top five', async () => {
    await book.close(0)
    await book.exclude(0, 'Hà Văn Nam', 'Dự thi bằng hai tài khoản')
    expect(await book.close(0)).toMatchObject({ participantCount: 10, rankedCount: 9, differences: { count: 0 } })
    expect(await book.places(0)).toEqual(placesOf(WEEK_1))
    await book.publish(0, true)
    expect(await book.award(0)).toEqual([
      ['first', ['Nguyễn Hoài Anh']],
      ['second', ['Trần Gia Bảo']],
      ['third', ['Lê Minh Châu']],
      ['consolation', ['Phan Đức Duy', 'Đinh Quốc Huy']],
    ])
  })

  it('the second week to its own', async () => {
    await book.close(1)
    expect(await book.places(1)).toEqual(placesOf(WEEK_2))
    await book.publish(1)
    expect(await book.award(1)).toEqual([
      ['first', ['Cao Thị Kim']],
      ['second', ['Nguyễn Hoài Anh']],
    ])
  })
})
