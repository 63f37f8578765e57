import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Ban Tuyên giáo Trung ương 2020, on VCNet. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu 90 năm truyền thống ngành Tuyên giáo',
  organizer: 'Ban Tuyên giáo Trung ương',
  // Monday 10:00 to the next Monday 09:00; the first two of 16 weeks.
  rounds: [
    ['Tuần 1', '2020-04-06 10:00', '2020-04-13 09:00'],
    ['Tuần 2', '2020-04-13 10:00', '2020-04-20 09:00'],
  ],
  // 10 items of 4 options, of which one to four are right.
  paper: [{ topic: 'national-policy', level: 'recall', count: 10 }],
  items: 'several-right',
  round: {
    timeLimitMin: 30,
    attemptLimit: 1,
    resultPolicy: 'after_publish',
    rules: {
      // As many attempts as one likes; the best and earliest counts.
      attempts: { period: 'unlimited', waitS: 0, counted: 'best', unseenFirst: false },
      // How many people get everything right; each attempt has its own prediction, and who is left out has counted.
      prediction: { target: 'perfect', unit: 'people', per: 'attempt', countsDisqualified: true },
      // Right items, prediction, the earliest.
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  // 1, 2, 5 and 8 in each week.
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '4.000.000 đ', en: '' } },
    { tier: 'second', count: 2, reward: { vi: '2.000.000 đ', en: '' } },
    { tier: 'third', count: 5, reward: { vi: '1.500.000 đ', en: '' } },
    { tier: 'consolation', count: 8, reward: { vi: '1.000.000 đ', en: '' } },
  ],
}

// All right: An, Bách, Cúc, Dương, Giao and Hiền, who is left out and has counted all the same: 6 people, though 7 attempts.
const WEEK_1 = `
  who              | at             | used  | right | guess | place    | why
  Nguyễn Thị An    | 6/4 10:30:00   | 8:00  | 9     | 6     |          | her first attempt
  Nguyễn Thị An    | 8/4 09:00:00   | 8:00  | 10    | 9     |          | all right, error 3
  Nguyễn Thị An    | 9/4 09:00:00   | 8:00  | 10    | 7     | 2        | the best: error 1
  Trần Bách        | 13/4 08:59:59  | 8:00  | 10    | 6     | 1        | error 0, in the last second
  Lê Thị Cúc       | 10/4 09:00:00  | 8:00  | 10    | 5     | 3        | error 1, later than An
  Phạm Dương       | 7/4 09:00:00   | 8:00  | 10    | 100   | 4        | error 94
  Đào Giao         | 6/4 10:12:00   | 8:00  | 10    | –     | 5        | no prediction
  Vương Hiền       | 7/4 10:00:00   | 8:00  | 10    | 6     | excluded | answered for others
  Hồ Thị Kiều      | 6/4 11:00:00   | 8:00  | 9     | 6     | 6        | error 0; the later attempt is equal, the earlier counts
  Hồ Thị Kiều      | 7/4 11:00:00   | 2:00  | 9     | 6     |          |
  Lâm Quang        | 6/4 11:00:01   | 8:00  | 9     | 6     | 7        | a second after Kiều's earlier one
  Mạc Thị Loan     | 7/4 07:00:00   | 8:00  | 9     | 5     | 8        | error 1
  Nông Mẫn         | 7/4 07:00:01   | 8:00  | 9     | 7     | 9        | error 1, a second later
  Ông Thị Nga      | 7/4 08:00:00   | 8:00  | 8     | 6     | 10       |
  Phùng Oanh       | 7/4 08:00:00   | 8:00  | 8     | 4     | 11       | error 2
  Quách Phú        | 8/4 08:00:00   | 8:00  | 7     | 6     | 12       |
  Sầm Quý          | 9/4 08:00:00   | 8:00  | 7     | 6     | 13       |
  Tống Sơn         | 10/4 08:00:00  | 8:00  | 7     | 6     | 14       |
  Ung Thảo         | 11/4 08:00:00  | 8:00  | 6     | 6     | 15       |
  Văn Uyên         | 12/4 08:00:00  | 8:00  | 5     | 6     | 16       |
  Xa Vinh          | 12/4 08:00:00  | 8:00  | 4     | 6     | 17       | sixteen prizes: not reached
`
const WEEK_2 = `
  who              | at             | used  | right | guess | place | why
  Xa Vinh          | 13/4 10:30:00  | 9:00  | 9     | 2     | 2     | nobody is perfect: error 2
  Văn Uyên         | 20/4 08:00:00  | 9:00  | 9     | 0     | 1     | error 0
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Ban Tuyên giáo Trung ương 2020 on VCNet', () => {
  it('AT-11: there is no limit, but one attempt at a time', async () => {
    await book.play(0, WEEK_1, {
      'Lâm Quang': async (at) => {
        expect((await book.start(at.client, 0)).code).toBe('ATTEMPT.HELD_ELSEWHERE')
        await answerEverything(at, { guess: 6 })
        // Of several options a whole line of tokens is sent; one of them alone may be the answer too.
        expect(at.paper.items.map(({ type }) => type)).toEqual(Array(10).fill('multiple-choice'))
      },
    })
  })

  it('the first week: the best attempt of each person by the whole order, prediction included', async () => {
    expect(await book.close(0)).toMatchObject({ predictionTarget: 6, attemptCount: 21, differences: { count: 0 } })
    await book.exclude(0, 'Vương Hiền', 'Làm bài hộ người khác')
    expect(await book.close(0)).toMatchObject({
      predictionTarget: 6,
      perfectCount: 5,
      participantCount: 18,
      tiedCount: 0,
    })
    expect(await book.places(0)).toEqual(placesOf(WEEK_1))
  })

  it('and its sixteen winners', async () => {
    await book.publish(0)
    expect(await book.award(0)).toEqual([
      ['first', ['Trần Bách']],
      ['second', ['Nguyễn Thị An', 'Lê Thị Cúc']],
      ['third', ['Phạm Dương', 'Đào Giao', 'Hồ Thị Kiều', 'Lâm Quang', 'Mạc Thị Loan']],
      [
        'consolation',
        ['Nông Mẫn', 'Ông Thị Nga', 'Phùng Oanh', 'Quách Phú', 'Sầm Quý', 'Tống Sơn', 'Ung Thảo', 'Văn Uyên'],
      ],
    ])
  })

  it('the second week has fewer people than prizes, and says so', async () => {
    await book.play(1, WEEK_2)
    expect(await book.close(1)).toMatchObject({ predictionTarget: 0 })
    expect(await book.places(1)).toEqual(placesOf(WEEK_2))
    await book.publish(1)
    expect(await book.award(1)).toEqual([
      ['first', ['Văn Uyên']],
      ['second', ['Xa Vinh']],
    ])
    expect((await book.list(1)).lines.map(({ openSeats }) => openSeats)).toEqual([0, 1, 5, 8])
  })
})
