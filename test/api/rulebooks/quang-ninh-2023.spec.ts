import { RANKING_PRESETS } from '@thiso/contracts/vocab'
import { Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Quảng Ninh 2023, sixty years of the province. */
const SETTINGS: Settings = {
  title: 'Quảng Ninh 60 năm xây dựng và phát triển',
  organizer: 'Ban Tuyên giáo Tỉnh uỷ Quảng Ninh',
  // Three rounds of a month, from 10:00 to 09:00.
  rounds: [
    ['Đợt 1', '2023-06-30 10:00', '2023-07-30 09:00'],
    ['Đợt 2', '2023-07-30 10:00', '2023-08-30 09:00'],
    ['Đợt 3', '2023-08-30 10:00', '2023-09-30 09:00'],
  ],
  // 9 items; the tenth is the prediction.
  paper: [{ topic: 'national-policy', level: 'recall', count: 9 }],
  round: {
    timeLimitMin: 15,
    attemptLimit: 1,
    resultPolicy: 'after_publish',
    rules: {
      // Invalid unless all ten are answered.
      allRequired: true,
      // How many people take part, everybody who did.
      prediction: { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true },
      // Right items, prediction, the earliest.
      ranking: [...RANKING_PRESETS['prediction-then-earliest']],
    },
  },
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '5.000.000 đ', en: '' } },
    { tier: 'second', count: 2, reward: { vi: '3.000.000 đ', en: '' } },
    { tier: 'third', count: 3, reward: { vi: '2.000.000 đ', en: '' } },
  ],
}

// Ten people take part; invalid papers and who is left out are among them.
const ROUND_1 = `
  who              | at             | used  | right | blank | guess | place      | why
  Bùi Thị Ánh      | 30/6 10:20:00  | 6:00  | 9     | 0     | 13    | 5          | error 3
  Đoàn Văn Bắc     | 29/7 20:00:00  | 6:00  | 9     | 0     | 10    | 2          | error 0, later than Khánh
  Hà Thị Cẩm       | 2/7 08:00:00   | 6:00  | 9     | 0     | 9     | 4          | error 1, later than Đông
  Lưu Đông         | 1/7 08:00:00   | 6:00  | 9     | 0     | 11    | 3          | error 1
  Ninh Thị Én      | 30/6 10:15:00  | 6:00  | 8     | 0     | 10    | 6          | error 0, but one right item fewer
  Phí Gấm          | 5/7 08:00:00   | 6:00  | 8     | 0     | 1000  | 7          | error 990
  Trịnh Hải        | 3/7 08:00:00   | –     | 9     | 0     | –     | incomplete | nine right, but no prediction when the time was over
  Vi Thị Hoa       | 4/7 08:00:00   | –     | 8     | 1     | 10    | incomplete | one item blank
  Mông Khánh       | 6/7 08:00:00   | –     | 9     | 0     | 10    | 1          | all answered, never handed in: valid at the deadline, 08:15
  Thân Lâm         | 7/7 08:00:00   | 6:00  | 9     | 0     | 10    | excluded   | another one answered
`
const ROUND_2 = `
  who              | at             | used  | right | blank | guess | place | why
  Trịnh Hải        | 30/7 10:30:00  | 5:00  | 7     | 0     | 3     | 2     | error 1
  Vi Thị Hoa       | 1/8 08:00:00   | 5:00  | 7     | 0     | 2     | 1     | error 0
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
})

describe('RS-2 to RS-6, WN-1: Quảng Ninh 2023', () => {
  it('AT-13: nobody hands in a paper with a blank or without a prediction', async () => {
    await book.play(0, ROUND_1, {
      'Vi Thị Hoa': async ({ client, paper, holder }) => {
        const params = { attemptId: paper.attempt.attemptId }
        const all = paper.items.map(({ position, options }) => ({
          seq: position,
          position,
          answer: options[0]?.token as string,
        }))
        await client.get('saveResponses', { params, body: { holder, responses: all.slice(1, 8) } })
        const refused = await client.call('submitAttempt', { params, body: { holder } })
        expect(refused.problem).toMatchObject({ code: 'ATTEMPT.INCOMPLETE', params: { places: '1, 9' } })
      },
      'Trịnh Hải': async ({ client, paper, holder }) => {
        const params = { attemptId: paper.attempt.attemptId }
        const all = paper.items.map(({ position, options }) => ({
          seq: position,
          position,
          answer: options[0]?.token as string,
        }))
        const body = { holder, responses: all }
        expect(await client.refusal('submitAttempt', { params, body })).toBe('ATTEMPT.PREDICTION_MISSING')
      },
    })
  })

  it('LB-11: while it is open nobody sees how many take part', async () => {
    await book.inThePresent(0, async (roundId) => {
      const { text } = await book.person('Đoàn Văn Bắc').call('round', { params: { roundId } })
      expect(text).not.toMatch(/"participantCount":\s*[1-9]/)
    })
  })

  it('the first round: what is incomplete has no place but took part', async () => {
    expect(await book.close(0)).toMatchObject({ predictionTarget: 10, participantCount: 10, rankedCount: 8 })
    await book.exclude(0, 'Thân Lâm', 'Người khác làm bài')
    expect(await book.close(0)).toMatchObject({ predictionTarget: 10, rankedCount: 7, tiedCount: 0 })
    expect(await book.places(0)).toEqual(placesOf(ROUND_1))
    await book.publish(0)
    expect(await book.award(0)).toEqual([
      ['first', ['Mông Khánh']],
      ['second', ['Đoàn Văn Bắc', 'Lưu Đông']],
      ['third', ['Hà Thị Cẩm', 'Bùi Thị Ánh', 'Ninh Thị Én']],
    ])
  })

  it('a month later everybody may try again', async () => {
    await book.play(1, ROUND_2)
    expect(await book.close(1)).toMatchObject({ predictionTarget: 2 })
    expect(await book.places(1)).toEqual(placesOf(ROUND_2))
    await book.publish(1)
    expect(await book.award(1)).toEqual([
      ['first', ['Vi Thị Hoa']],
      ['second', ['Trịnh Hải']],
    ])
  })
})
