import { DEFAULT_CONTEST_RULES, RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Bến Tre 2023, about digital transformation. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu kiến thức về chuyển đổi số tỉnh Bến Tre năm 2023',
  organizer: 'Sở Thông tin và Truyền thông Bến Tre',
  // One period.
  rounds: [['Cuộc thi', '2023-09-18 08:00', '2023-10-10 17:00']],
  // 10 items and a further question.
  paper: [
    { topic: 'concepts', level: 'recall', count: 6 },
    { topic: 'digital-society', level: 'apply', count: 4 },
  ],
  // From 12 years, on the day on which one takes part.
  rules: { eligibility: { ...DEFAULT_CONTEST_RULES.eligibility, minAge: 12 } },
  round: {
    // 10 minutes.
    timeLimitMin: 10,
    // One attempt in the whole contest.
    attemptLimit: 1,
    // The result is shown at once.
    resultPolicy: 'at_once',
    rules: {
      attempts: { period: 'contest', waitS: 0, counted: 'first', unseenFirst: false },
      // The further question: how many get everything right, without those who are left out.
      prediction: { target: 'perfect', unit: 'people', per: 'person', countsDisqualified: false },
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '3.000.000 đ', en: '' } },
    { tier: 'second', count: 2, reward: { vi: '2.000.000 đ', en: '' } },
    { tier: 'third', count: 3, reward: { vi: '1.000.000 đ', en: '' } },
  ],
}

// All right: Hường, Thạch, Trâm; Kiệt would be a fourth.
const ROUND = `
  who              | age | guardian     | at              | used  | right | guess | place    | why
  Nguyễn Thị Hường | 41  |              | 18/9 09:00:00   | 4:00  | 10    | 4     | 3        | error 1, later than Trâm
  Thạch Sa Rây     | 30  |              | 9/10 20:00:00   | 10:00 | 10    | 3     | 1        | error 0
  Lâm Ngọc Trâm    | 14  | Lâm Văn Đực  | 18/9 08:30:00   | 5:00  | 10    | 2     | 2        | error 1; fourteen, with a guardian's consent
  Huỳnh Gia Kiệt   | 20  |              | 18/9 08:20:00   | 2:00  | 10    | 3     | excluded | a group around one phone
  Phan Thị Lài     | 12  |              | 20/9 08:00:00   | 6:00  | 9     | 3     | 4        | twelve, and nobody has consented: no prize
  Đặng Hoàng Phúc  | 12  | Đặng Thị Sen | 21/9 08:00:00   | 6:00  | 9     | 3     | 5        | error 0, a day later
  Kim Thị Sô Phia  | 66  |              | 19/9 08:00:00   | 6:00  | 9     | 0     | 6        | error 3
  Võ Minh Tâm      | 25  |              | 19/9 08:00:00   | 6:00  | 9     | –     | 7        | no prediction
  Trương Út Mười   | 55  |              | 10/10 16:59:59  | 9:59  | 3     | 3     | 8        |
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Bến Tre 2023', () => {
  it('AT-11: one attempt in all; its points are told at once, its keys are not', async () => {
    await book.play(0, ROUND, {
      'Võ Minh Tâm': async (at) => {
        await answerEverything(at)
        const attemptId = at.paper.attempt.attemptId
        const { score, review } = await at.client.get('attemptResult', { params: { attemptId } })
        expect(score).toMatchObject({ maxPoints: 10, rightCount: expect.any(Number) })
        expect(review).toBeNull()
        expect((await book.start(at.client, 0)).problem).toMatchObject({
          code: 'ATTEMPT.LIMIT_REACHED',
          params: { limit: 1, period: 'contest' },
        })
      },
    })
  })

  it('EL-2: nobody under twelve, nor of unknown age', async () => {
    const child = await book.meet({ who: 'Lê Bé Ba', age: '11' })
    const unknown = await book.meet({ who: 'Lê Không Tuổi' })
    await stage.database.pool.query(`UPDATE account SET birth_date = NULL WHERE id = $1`, [unknown.person.accountId])
    await book.inThePresent(0, async () => {
      expect((await book.start(child, 0)).problem).toMatchObject({
        code: 'ROUND.NOT_ELIGIBLE',
        params: { reason: 'too-young', minAge: 12 },
      })
      expect((await book.start(unknown, 0)).problem?.params).toMatchObject({ reason: 'age-unknown' })
    })
  })

  it('comes to the places worked out by hand', async () => {
    expect(await book.close(0)).toMatchObject({ predictionTarget: 4, perfectCount: 4, differences: { count: 0 } })
    await book.exclude(0, 'Huỳnh Gia Kiệt', 'Làm bài theo nhóm')
    expect(await book.close(0)).toMatchObject({ predictionTarget: 3, participantCount: 9, tiedCount: 0 })
    expect(await book.places(0)).toEqual(placesOf(ROUND))
  })

  it('and to its winners', async () => {
    await book.publish(0)
    expect(await book.award(0)).toEqual([
      ['first', ['Thạch Sa Rây']],
      ['second', ['Lâm Ngọc Trâm', 'Nguyễn Thị Hường']],
      ['third', ['Đặng Hoàng Phúc', 'Kim Thị Sô Phia', 'Võ Minh Tâm']],
    ])
    const { skipped } = await book.list(0)
    expect(skipped.map(({ name, reasons }) => [name, reasons.map(({ reason }) => reason)])).toEqual([
      ['P. T. Lài', ['no-guardian-consent']],
      ['H. G. Kiệt', ['excluded']],
    ])
  })
})
