import { COLLECTIVE_PRESETS, type CollectivePlan, RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

const prize = (
  tier: 'first' | 'second' | 'third' | 'consolation',
  count: number,
  reward: string,
  scope: 'round' | 'total',
) => ({
  tier,
  count,
  reward: { vi: reward, en: '' },
  scope,
})

/** Tỉnh đoàn Quảng Nam 2021. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu 90 năm Đoàn TNCS Hồ Chí Minh',
  organizer: 'Tỉnh đoàn Quảng Nam',
  // Four weekly rounds, from 08:00 to 17:00.
  rounds: [
    ['Tuần 1', '2021-03-01 08:00', '2021-03-05 17:00'],
    ['Tuần 2', '2021-03-08 08:00', '2021-03-12 17:00'],
    ['Tuần 3', '2021-03-15 08:00', '2021-03-19 17:00'],
    ['Tuần 4', '2021-03-22 08:00', '2021-03-26 17:00'],
  ],
  // 10 items and a further question.
  paper: [{ topic: 'youth-union', level: 'recall', count: 10 }],
  round: {
    timeLimitMin: 15,
    attemptLimit: 1,
    resultPolicy: 'after_publish',
    rules: {
      // The further question: how many take part.
      prediction: { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true },
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  rules: {
    // The final order from the sum of the four weeks.
    total: {
      bestRounds: null,
      ranking: [{ by: 'right-items' }, { by: 'prediction-error' }, { by: 'time-used' }, { by: 'draw' }],
    },
  },
  prizes: [
    // Each week 1, 1, 1 and 3.
    prize('first', 1, '600.000 đ', 'round'),
    prize('second', 1, '500.000 đ', 'round'),
    prize('third', 1, '400.000 đ', 'round'),
    prize('consolation', 3, '300.000 đ', 'round'),
    // In the end 1, 1, 1 and 5.
    prize('first', 1, '800.000 đ', 'total'),
    prize('second', 1, '600.000 đ', 'total'),
    prize('third', 1, '400.000 đ', 'total'),
    prize('consolation', 5, '300.000 đ', 'total'),
  ],
  units: [
    ['Huyện Núi Thành', 'district'],
    ['Huyện Thăng Bình', 'district'],
    ['Huyện Phú Ninh', 'district'],
    ['Huyện Duy Xuyên', 'district'],
  ],
}
/** Collective prizes of districts, for number and quality. */
const PLAN = COLLECTIVE_PRESETS['number-and-quality-2021'] as unknown as CollectivePlan

// Nine people.
const WEEK_1 = `
  who              | unit             | at            | used | right | guess | place | why
  Nguyễn Thị An    | Huyện Núi Thành  | 2/3 09:00:00  | 5:00 | 10    | 9     | 1     | error 0
  Trần Bình        | Huyện Núi Thành  | 1/3 09:00:00  | 5:00 | 10    | 8     | 2     | error 1
  Lê Thị Chi       | Huyện Núi Thành  | 1/3 09:00:00  | 5:00 | 9     | 9     | 3     | error 0
  Phạm Thị Dung    | Huyện Thăng Bình | 1/3 09:00:00  | 5:00 | 9     | 10    | 4     | error 1
  Võ Văn Em        | Huyện Thăng Bình | 1/3 09:00:00  | 5:00 | 8     | 9     | 5     | error 0
  Đỗ Giang         | Huyện Thăng Bình | 1/3 09:00:00  | 5:00 | 8     | 12    | 6     | error 3
  Bùi Hải          | Huyện Phú Ninh   | 1/3 09:00:00  | 5:00 | 7     | 9     | 7     |
  Hồ Thị Hạnh      | Huyện Phú Ninh   | 1/3 09:00:00  | 5:00 | 6     | –     | 8     |
  Mai Khoa         | Huyện Duy Xuyên  | 5/3 16:59:59  | 5:00 | 5     | 9     | 9     |
`
// Six.
const WEEK_2 = `
  who              | at             | used | right | guess | place | why
  Trần Bình        | 9/3 08:30:00   | 5:00 | 10    | 6     | 1     | error 0
  Phạm Thị Dung    | 8/3 08:30:00   | 5:00 | 10    | 5     | 2     | error 1
  Mai Khoa         | 8/3 08:20:00   | 5:00 | 10    | 9     | 3     | error 3
  Võ Văn Em        | 10/3 08:30:00  | 5:00 | 9     | 6     | 4     | error 0
  Bùi Hải          | 10/3 08:30:01  | 5:00 | 9     | 6     | 5     | error 0, a second later
  Nguyễn Thị An    | 8/3 08:30:00   | 5:00 | 8     | 6     | 6     |
`
// Five: fewer than there are prizes.
const WEEK_3 = `
  who              | at             | used | right | guess | place | why
  Nguyễn Thị An    | 15/3 08:30:00  | 5:00 | 10    | 5     | 1     | error 0
  Lê Thị Chi       | 15/3 08:20:00  | 5:00 | 10    | 4     | 2     | error 1
  Hồ Thị Hạnh      | 15/3 08:30:00  | 5:00 | 9     | 5     | 3     |
  Phạm Thị Dung    | 15/3 08:30:00  | 5:00 | 8     | 5     | 4     |
  Trần Bình        | 15/3 08:30:00  | 5:00 | 7     | 5     | 5     |
`
// Six.
const WEEK_4 = `
  who              | at             | used | right | guess | place | why
  Trần Bình        | 22/3 08:30:00  | 5:00 | 10    | 6     | 1     | error 0
  Phạm Thị Dung    | 22/3 08:31:00  | 5:00 | 10    | 6     | 2     | error 0, later
  Bùi Hải          | 22/3 08:32:00  | 5:00 | 10    | 6     | 3     | error 0, later still
  Võ Văn Em        | 22/3 08:20:00  | 5:00 | 10    | 7     | 4     | error 1
  Nguyễn Thị An    | 22/3 08:30:00  | 5:00 | 9     | 6     | 5     |
  Đỗ Giang         | 22/3 08:31:00  | 5:00 | 9     | 6     | 6     |
`
const WEEKS = [WEEK_1, WEEK_2, WEEK_3, WEEK_4]

/** Right items of the weeks, and their prediction errors. */
const TOTAL = [
  '1 Nguyễn Thị An', // 10 + 8 + 10 + 9 = 37; 0
  '2 Trần Bình', // 10 + 10 + 7 + 10 = 37; 1
  '3 Phạm Thị Dung', // 9 + 10 + 8 + 10 = 37; 1 + 1 + 0 + 0 = 2
  '4 Võ Văn Em', // 8 + 9 + 10 = 27
  '5 Bùi Hải', // 7 + 9 + 10 = 26
  '6 Lê Thị Chi', // 9 + 10 = 19
  '7 Đỗ Giang', // 8 + 9 = 17
  '8 Mai Khoa', // 5 + 10 = 15; 0 + 3 = 3
  '9 Hồ Thị Hạnh', // 6 + 9 = 15; no prediction in the first week
]

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
  // Part of the rules, before the first week.
  await book.organizer.get('saveCollectivePlan', { params: { contestId: book.contestId }, body: PLAN })
})

describe('RS-2 to RS-6, WN-1: Tỉnh đoàn Quảng Nam 2021', () => {
  it('AT-11: one attempt a week', async () => {
    await book.play(0, WEEK_1, {
      'Nguyễn Thị An': async (at) => {
        await answerEverything(at, { guess: 1 })
        expect((await book.start(at.client, 0)).code).toBe('ATTEMPT.LIMIT_REACHED')
      },
    })
    for (const index of [1, 2, 3]) await book.play(index, WEEKS[index] as string)
  })

  it.each([
    [0, 9],
    [1, 6],
    [2, 5],
    [3, 6],
  ])('week %# comes to its places', async (index, target) => {
    expect(await book.close(index)).toMatchObject({ predictionTarget: target, tiedCount: 0, differences: { count: 0 } })
    expect(await book.places(index)).toEqual(placesOf(WEEKS[index] as string))
    await book.publish(index)
  })

  it('to its winners', async () => {
    expect(await book.award(0)).toEqual([
      ['first', ['Nguyễn Thị An']],
      ['second', ['Trần Bình']],
      ['third', ['Lê Thị Chi']],
      ['consolation', ['Phạm Thị Dung', 'Võ Văn Em', 'Đỗ Giang']],
    ])
    expect(await book.award(1)).toEqual([
      ['first', ['Trần Bình']],
      ['second', ['Phạm Thị Dung']],
      ['third', ['Mai Khoa']],
      ['consolation', ['Võ Văn Em', 'Bùi Hải', 'Nguyễn Thị An']],
    ])
    expect(await book.award(2)).toEqual([
      ['first', ['Nguyễn Thị An']],
      ['second', ['Lê Thị Chi']],
      ['third', ['Hồ Thị Hạnh']],
      ['consolation', ['Phạm Thị Dung', 'Trần Bình']],
    ])
    expect(await book.award(3)).toEqual([
      ['first', ['Trần Bình']],
      ['second', ['Phạm Thị Dung']],
      ['third', ['Bùi Hải']],
      ['consolation', ['Võ Văn Em', 'Nguyễn Thị An', 'Đỗ Giang']],
    ])
  })

  it('RS-9: and the sum of the four weeks to the final order', async () => {
    await book.closeTotal()
    expect(await book.places('total')).toEqual(TOTAL)
    expect(await book.award('total')).toEqual([
      ['first', ['Nguyễn Thị An']],
      ['second', ['Trần Bình']],
      ['third', ['Phạm Thị Dung']],
      ['consolation', ['Võ Văn Em', 'Bùi Hải', 'Lê Thị Chi', 'Đỗ Giang', 'Mai Khoa']],
    ])
  })

  it('WN-7: districts by number and quality, half each', async () => {
    // People, and Σ of shares over attempts: Núi Thành 3, 9.3 / 10; Thăng Bình 3, 8.1 / 9; Phú Ninh 2, 4.1 / 5; Duy Xuyên 1, 1.5 / 2.
    // Everybody's mean is 23 / 26 = 0.8846; quality (Σ + 10 · 0.8846) / (n + 10): 0.9073, 0.8919, 0.8631, 0.8622.
    // As a share of the largest: number 100, 100, 66.67, 33.33; quality 100, 98.30, 95.13, 95.03.
    const { units } = await book.organizer.get('collectivePrizes', { params: { contestId: book.contestId } })
    const formula = units
      .filter(({ participants }) => participants > 0)
      .map(({ unitName, formula }): [string, number] => [unitName, Math.round(formula * 100) / 100])
    expect(new Map(formula)).toEqual(
      new Map([
        ['Huyện Núi Thành', 100],
        ['Huyện Thăng Bình', 99.15],
        ['Huyện Phú Ninh', 80.9],
        ['Huyện Duy Xuyên', 64.18],
      ]),
    )
    expect(await book.award('collective')).toEqual([
      ['first', ['Huyện Núi Thành']],
      ['second', ['Huyện Thăng Bình']],
      ['third', ['Huyện Phú Ninh']],
    ])
  })
})
