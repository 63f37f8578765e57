import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Tỉnh đoàn Quảng Nam 2014. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu truyền thống Tỉnh đoàn 2014',
  organizer: 'Tỉnh đoàn Quảng Nam',
  // Three rounds of two weeks, from 08:00 to 16:00.
  rounds: [
    ['Đợt 1', '2014-09-08 08:00', '2014-09-20 16:00'],
    ['Đợt 2', '2014-09-22 08:00', '2014-10-04 16:00'],
    ['Đợt 3', '2014-10-06 08:00', '2014-10-18 16:00'],
  ],
  // 15 items: 7 + 3 + 5 by topic, each with one right option.
  paper: [
    { topic: 'youth-union', level: 'recall', count: 7 },
    { topic: 'quang-nam', level: 'recall', count: 3 },
    { topic: 'national-policy', level: 'understand', count: 5 },
  ],
  round: {
    timeLimitMin: 30,
    // One attempt in each round.
    attemptLimit: 1,
    resultPolicy: 'after_publish',
    rules: {
      // How many people get all 15 right, without those who are left out afterwards.
      prediction: { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false },
      // Right items, nearest prediction, time of taking part.
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  // In each round.
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '500.000 đ', en: '' } },
    { tier: 'second', count: 1, reward: { vi: '300.000 đ', en: '' } },
    { tier: 'third', count: 1, reward: { vi: '200.000 đ', en: '' } },
    { tier: 'consolation', count: 2, reward: { vi: '100.000 đ', en: '' } },
  ],
}

// All right: An, Bình, Chi, Dũng make 4; Minh and Vũ would make 6, and An would be first.
const ROUND_1 = `
  who              | at             | used  | right | guess | place    | why
  Nguyễn Thị An    | 8/9 08:12:00   | 9:00  | 15    | 6     | 3        | error 2
  Trần Văn Bình    | 15/9 10:00:00  | 5:00  | 15    | 4     | 2        | error 0, later than Chi
  Lê Thị Chi       | 12/9 21:30:05  | 20:00 | 15    | 4     | 1        | error 0, the earlier one; time used is nothing
  Phạm Dũng        | 8/9 08:09:00   | 8:00  | 15    | –     | 4        | no prediction: behind everybody with as many right
  Võ Thị Em        | 10/9 07:00:00  | 12:00 | 14    | 4     | 5        | error 0
  Đỗ Giang         | 11/9 08:30:00  | 11:00 | 14    | 3     | 6        | error 1 below
  Bùi Thị Hà       | 11/9 08:30:00  | 13:00 | 14    | 5     | 6        | error 1 above, the same second: shared
  Hồ Khoa          | 11/9 08:30:01  | 10:00 | 14    | 3     | 8        | a second later
  Mai Thị Lan      | 20/9 15:59:59  | 30:00 | 12    | 4     | 9        | the last second
  Đặng Minh        | 8/9 08:05:00   | 4:00  | 15    | 4     | barred   | joined the organizers
  Ngô Vũ           | 9/9 09:00:00   | 6:00  | 15    | 4     | excluded | somebody else answered
`
const ROUND_2 = `
  who              | at             | used  | right | guess | place | why
  Lê Thị Chi       | 30/9 09:00:00  | 15:00 | 15    | 1     | 1     | the only perfect one, predicted
  Mai Thị Lan      | 22/9 08:20:00  | 15:00 | 13    | 0     | 3     | error 1
  Nguyễn Thị An    | 4/10 15:00:00  | 15:00 | 13    | 1     | 2     | error 0
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Tỉnh đoàn Quảng Nam 2014', () => {
  it('AT-11: one attempt a round', async () => {
    await book.play(0, ROUND_1, {
      'Lê Thị Chi': async (at) => {
        expect(at.paper.items).toHaveLength(15)
        await answerEverything(at, { guess: 999 })
        expect((await book.start(at.client, 0)).problem).toMatchObject({
          code: 'ATTEMPT.LIMIT_REACHED',
          params: { limit: 1, period: 'round' },
        })
      },
    })
    expect((await book.start(book.person('Mai Thị Lan'), 0)).code).toBe('ROUND.CLOSED')
  })

  it('each paper has 7 + 3 + 5 by topic', async () => {
    const { rows } = await stage.database.pool.query(
      `SELECT DISTINCT jsonb_object_agg(topic, n) AS topics FROM (
         SELECT a.id, i.topic, count(*) AS n FROM attempt a CROSS JOIN jsonb_array_elements(a.form) f
           JOIN round_item i ON i.round_id = a.round_id AND i.item_version_id = (f->>'itemVersionId')::uuid
         GROUP BY 1, 2) t GROUP BY id`,
    )
    expect(rows).toEqual([{ topics: { 'youth-union': 7, 'quang-nam': 3, 'national-policy': 5 } }])
  })

  it('the first round comes to the places worked out by hand', async () => {
    await book.makeOrganizer('Đặng Minh')
    expect(await book.close(0)).toMatchObject({ predictionTarget: 5, perfectCount: 5, differences: { count: 0 } })
    await book.exclude(0, 'Ngô Vũ', 'Nhờ người khác thi hộ')
    expect(await book.close(0)).toMatchObject({
      predictionTarget: 4,
      participantCount: 11,
      rankedCount: 9,
      tiedCount: 2,
    })
    expect(await book.places(0)).toEqual(placesOf(ROUND_1))
  })

  it('and to its winners; places behind the prizes may stay shared', async () => {
    await expect(book.publish(0)).rejects.toThrow('RESULTS.TIES_REMAIN')
    await book.publish(0, true)
    expect(await book.award(0)).toEqual([
      ['first', ['Lê Thị Chi']],
      ['second', ['Trần Văn Bình']],
      ['third', ['Nguyễn Thị An']],
      ['consolation', ['Phạm Dũng', 'Võ Thị Em']],
    ])
  })

  it('the second round stands for itself: the same people, another attempt, another prize', async () => {
    await book.play(1, ROUND_2)
    expect(await book.close(1)).toMatchObject({ predictionTarget: 1 })
    expect(await book.places(1)).toEqual(placesOf(ROUND_2))
    await book.publish(1)
    expect(await book.award(1)).toEqual([
      ['first', ['Lê Thị Chi']],
      ['second', ['Nguyễn Thị An']],
      ['third', ['Mai Thị Lan']],
    ])
    expect((await book.list(1)).lines.map(({ openSeats }) => openSeats)).toEqual([0, 0, 0, 2])
  })
})
