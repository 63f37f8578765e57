import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Đắk Lắk 2025, about digital transformation. */
const SETTINGS: Settings = {
  title: 'Cuộc thi trắc nghiệm tìm hiểu về chuyển đổi số tỉnh Đắk Lắk năm 2025',
  organizer: 'Sở Khoa học và Công nghệ Đắk Lắk',
  // Four rounds of two days in September.
  rounds: [
    ['Đợt 1', '2025-09-06 00:00', '2025-09-08 00:00'],
    ['Đợt 2', '2025-09-13 00:00', '2025-09-15 00:00'],
    ['Đợt 3', '2025-09-20 00:00', '2025-09-22 00:00'],
    ['Đợt 4', '2025-09-27 00:00', '2025-09-29 00:00'],
  ],
  // 10 random items, out of 15.
  paper: [
    { topic: 'concepts', level: 'recall', count: 4, of: 7 },
    { topic: 'digital-government', level: 'recall', count: 3, of: 4 },
    { topic: 'cyber-safety', level: 'understand', count: 3, of: 4 },
  ],
  round: {
    // 10 minutes.
    timeLimitMin: 10,
    // Once a day; the best attempt of the week's two days counts.
    attemptLimit: 1,
    resultPolicy: 'after_close',
    rules: {
      attempts: { period: 'day', waitS: 0, counted: 'best', unseenFirst: false },
      // How many people take part, without those who are left out; each attempt has its own prediction.
      prediction: { target: 'participants', unit: 'people', per: 'attempt', countsDisqualified: false },
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '2.000.000 đ', en: '' } },
    { tier: 'second', count: 2, reward: { vi: '1.500.000 đ', en: '' } },
    { tier: 'third', count: 3, reward: { vi: '1.000.000 đ', en: '' } },
  ],
}

// Eight people and one who is left out. With nine, Ân would have predicted exactly.
const ROUND_1 = `
  who              | at             | used  | right | guess | place    | why
  Y Bhăm Niê       | 6/9 08:00:00   | 4:00  | 8     | 8     |          | the second day is better
  Y Bhăm Niê       | 7/9 08:00:00   | 9:00  | 10    | 12    | 4        | error 4
  H'Linh Êban      | 6/9 09:00:00   | 4:00  | 10    | 7     |          | error 1
  H'Linh Êban      | 7/9 23:59:59   | 4:00  | 10    | 8     | 1        | error 0: the better of two with 10
  Nguyễn Ân        | 6/9 10:00:00   | 4:00  | 10    | 9     | 2        | error 1
  Trần Bảo         | 7/9 10:00:00   | 3:00  | 10    | 7     | 3        | error 1, later
  Lê Cường         | 6/9 11:00:00   | 4:00  | 9     | 8     | 5        | error 0; the second day is as good, the earlier counts
  Lê Cường         | 7/9 07:00:00   | 2:00  | 9     | 8     |          |
  Phan Thị Diệu    | 6/9 12:00:00   | 4:00  | 9     | 8     | 6        | between Cường's two
  Đỗ Hòa           | 6/9 00:10:00   | 10:00 | 7     | –     | 8        | no prediction
  Bùi Khải         | 7/9 12:00:00   | 4:00  | 7     | 100   | 7        | error 92
  Cao Thị Lệ       | 7/9 12:00:00   | 4:00  | 10    | 8     | excluded | another one's account
`
const ROUND_2 = `
  who              | at             | used  | right | guess | place | why
  Đỗ Hòa           | 13/9 00:10:00  | –     | 6     | 2     | 2     | closed at the deadline
  Bùi Khải         | 14/9 12:00:00  | 4:00  | 6     | 2     |       | predicted, but the other attempt has one item more
  Bùi Khải         | 13/9 12:00:00  | 4:00  | 7     | 50    | 1     | right items come first
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Đắk Lắk 2025', () => {
  it('AT-11: once a day; the refusal names midnight', async () => {
    await book.play(0, ROUND_1, {
      'Phan Thị Diệu': async (at) => {
        expect(at.paper.items).toHaveLength(10)
        await answerEverything(at, { guess: 8 })
        const refused = await book.start(at.client, 0)
        expect(refused.problem).toMatchObject({
          code: 'ATTEMPT.LIMIT_REACHED',
          params: { limit: 1, period: 'day', nextAt: expect.stringMatching(/T17:00:00\.000Z$/) },
        })
      },
    })
    await book.play(1, ROUND_2)
  })

  it('the best of the two days, the earlier of equal ones', async () => {
    expect(await book.close(0)).toMatchObject({ predictionTarget: 9, attemptCount: 12, differences: { count: 0 } })
    await book.exclude(0, 'Cao Thị Lệ', 'Dùng tài khoản của người khác')
    expect(await book.close(0)).toMatchObject({
      predictionTarget: 8,
      participantCount: 9,
      rankedCount: 8,
      tiedCount: 0,
    })
    expect(await book.places(0)).toEqual(placesOf(ROUND_1))
  })

  it('comes to its winners', async () => {
    await book.publish(0)
    expect(await book.award(0)).toEqual([
      ['first', ["H'Linh Êban"]],
      ['second', ['Nguyễn Ân', 'Trần Bảo']],
      ['third', ['Y Bhăm Niê', 'Lê Cường', 'Phan Thị Diệu']],
    ])
  })

  it('and so does the next week', async () => {
    expect(await book.close(1)).toMatchObject({ predictionTarget: 2 })
    expect(await book.places(1)).toEqual(placesOf(ROUND_2))
    await book.publish(1)
    expect(await book.award(1)).toEqual([
      ['first', ['Bùi Khải']],
      ['second', ['Đỗ Hòa']],
    ])
  })
})
