import { COLLECTIVE_PRESETS, type CollectivePlan, RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { useStage } from '../../support/stage'

/** Hội LHTN Việt Nam tỉnh Quảng Nam 2019. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu Hội Liên hiệp Thanh niên Việt Nam',
  organizer: 'Hội LHTN Việt Nam tỉnh Quảng Nam',
  // Three weeks.
  rounds: [
    ['Tuần 1', '2019-09-02 08:00', '2019-09-08 17:00'],
    ['Tuần 2', '2019-09-09 08:00', '2019-09-15 17:00'],
    ['Tuần 3', '2019-09-16 08:00', '2019-09-22 17:00'],
  ],
  paper: [{ topic: 'youth-union', level: 'recall', count: 10 }],
  round: {
    timeLimitMin: 15,
    attemptLimit: 1,
    resultPolicy: 'after_publish',
    rules: { ranking: [...RANKING_PRESETS['fastest-then-earliest']] },
  },
  // Each week 1 of 500,000, 2 of 300,000 and 3 of 200,000 đồng.
  prizes: [
    { tier: 'first', count: 1, reward: { vi: '500.000 đ', en: '' } },
    { tier: 'second', count: 2, reward: { vi: '300.000 đ', en: '' } },
    { tier: 'third', count: 3, reward: { vi: '200.000 đ', en: '' } },
  ],
  units: [
    ['Huyện Đại Lộc', 'district'],
    ['Thị xã Điện Bàn', 'district'],
    ['Huyện Quế Sơn', 'district'],
    ['Huyện Tây Giang', 'district'],
    ['Huyện Nam Giang', 'district'],
    ['Huyện Đông Giang', 'district'],
  ],
  // Members, as confirmed before the first week.
  rosters: {
    'Huyện Đại Lộc': 50,
    'Thị xã Điện Bàn': 20,
    'Huyện Quế Sơn': 10,
    'Huyện Tây Giang': 4,
    'Huyện Nam Giang': 5,
    // Fewer than take part: this roster is wrong.
    'Huyện Đông Giang': 1,
  },
}
/**
 * Nhất for the most people; nhì for the second by number and for the first by rate; ba for the third by number and for the second by rate.
 * The rate is people ÷ members.
 */
const PLAN: CollectivePlan = {
  ...(COLLECTIVE_PRESETS['number-and-rate-2019'] as unknown as CollectivePlan),
  prizes: COLLECTIVE_PRESETS['number-and-rate-2019'].prizes.map((prize) => ({
    ...prize,
    reward: {
      vi: { first: '1.500.000 đ và bằng khen', second: '1.000.000 đ', third: '500.000 đ' }[prize.tier],
      en: '',
    },
  })),
}

const WEEK_1 = `
  who              | unit             | at             | used | right | place    | why
  Đoàn Thị Ái      | Huyện Đại Lộc    | 2/9 08:30:00   | 4:00 | 10    | 2        | a second slower
  Trương Bình      | Huyện Đại Lộc    | 3/9 08:30:00   | 3:59 | 10    | 1        |
  Lê Thị Cẩm       | Huyện Đại Lộc    | 4/9 08:30:00   | 4:00 | 10    | 3        | as fast as Ái, later
  Phan Dũng        | Thị xã Điện Bàn  | 2/9 09:00:00   | 5:00 | 9     | 4        |
  Hứa Thị Én       | Thị xã Điện Bàn  | 2/9 09:10:00   | 6:00 | 9     | 5        |
  Thân Phong       | Thị xã Điện Bàn  | 2/9 09:20:00   | 2:00 | 10    | excluded | another one answered
  Cù Thị Giàu      | Huyện Quế Sơn    | 2/9 09:30:00   | 3:00 | 8     | 6        |
  Tăng Hậu         | Huyện Quế Sơn    | 8/9 16:59:59   | 3:01 | 8     | 7        |
  Bh'riu Pố        | Huyện Tây Giang  | 5/9 09:00:00   | 5:00 | 7     | 8        |
  Zơ Râm Nhất      | Huyện Nam Giang  | 5/9 09:00:00   | 5:00 | 6     | 9        |
`
const WEEK_2 = `
  who              | unit             | at             | used | right | place | why
  Trương Bình      |                  | 9/9 08:30:00   | 4:00 | 8     | 2     | again, counted once for his district
  Đặng Khanh       | Huyện Đại Lộc    | 9/9 08:40:00   | 5:00 | 8     | 4     |
  Mai Thị Liên     | Huyện Đại Lộc    | 9/9 08:50:00   | 4:30 | 8     | 3     |
  Ngô Minh         | Thị xã Điện Bàn  | 9/9 09:00:00   | 3:00 | 10    | 1     |
  Lưu Thị Nở       | Thị xã Điện Bàn  | 9/9 09:10:00   | 4:00 | 7     | 5     |
  Võ Ơn            | Huyện Quế Sơn    | 9/9 09:20:00   | 4:00 | 6     | 6     |
  Alăng Thị Phới   | Huyện Tây Giang  | 10/9 09:00:00  | 4:00 | 5     | 7     |
  Blúp Quý         | Huyện Nam Giang  | 10/9 09:00:00  | 4:00 | 4     | 8     |
`
const WEEK_3 = `
  who              | unit             | at             | used | right | place | why
  Ating Rin        | Huyện Đông Giang | 16/9 08:30:00  | 4:00 | 9     | 1     |
  Arâl Sơn         | Huyện Đông Giang | 16/9 08:40:00  | 4:00 | 8     | 2     |
  Cù Thị Giàu      |                  | 17/9 08:40:00  | 4:00 | 8     | 3     | as fast as Sơn, a day later
`

const stage = useStage()
let book: Rulebook

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
  // Part of the rules, before the first week.
  await book.organizer.get('saveCollectivePlan', { params: { contestId: book.contestId }, body: PLAN })
})

describe('RS-2 to RS-6, WN-1: Hội LHTN Quảng Nam 2019', () => {
  it('one attempt each week', async () => {
    await book.play(0, WEEK_1, {
      'Phan Dũng': async (at) => {
        await answerEverything(at)
        expect((await book.start(at.client, 0)).code).toBe('ATTEMPT.LIMIT_REACHED')
      },
    })
    await book.play(1, WEEK_2)
    await book.play(2, WEEK_3)
  })

  it('each week comes to its places and winners', async () => {
    await book.close(0)
    await book.exclude(0, 'Thân Phong', 'Nhờ người làm bài')
    for (const [index, week] of [WEEK_1, WEEK_2, WEEK_3].entries()) {
      expect(await book.close(index)).toMatchObject({ tiedCount: 0, differences: { count: 0 } })
      expect(await book.places(index)).toEqual(placesOf(week))
      await book.publish(index)
    }
    expect(await book.award(0)).toEqual([
      ['first', ['Trương Bình']],
      ['second', ['Đoàn Thị Ái', 'Lê Thị Cẩm']],
      ['third', ['Phan Dũng', 'Hứa Thị Én', 'Cù Thị Giàu']],
    ])
    expect(await book.award(1)).toEqual([
      ['first', ['Ngô Minh']],
      ['second', ['Trương Bình', 'Mai Thị Liên']],
      ['third', ['Đặng Khanh', 'Lưu Thị Nở', 'Võ Ơn']],
    ])
    expect(await book.award(2)).toEqual([
      ['first', ['Ating Rin']],
      ['second', ['Arâl Sơn', 'Cù Thị Giàu']],
    ])
  })

  it('WN-6: a roster after the first week has begun needs a reason', async () => {
    const params = { contestId: book.contestId, unitId: book.unit('Huyện Tây Giang') }
    const body = { size: 2, confirmedBy: 'Bí thư' }
    expect(await book.organizer.refusal('confirmRoster', { params, body })).toBe('ROSTER.REASON_NEEDED')
  })

  it('WN-7: units by number and by rate', async () => {
    const { units } = await book.organizer.get('collectivePrizes', { params: { contestId: book.contestId } })
    const figures = units
      .filter(({ participants }) => participants > 0)
      .map((unit): [string, unknown[]] => [unit.unitName, [unit.participants, unit.measures.rate, unit.isRosterLate]])
    // Phong, who is left out, would have brought Điện Bàn level with Đại Lộc.
    expect(new Map(figures)).toEqual(
      new Map([
        ['Huyện Đại Lộc', [5, 0.1, false]],
        ['Thị xã Điện Bàn', [4, 0.2, false]],
        ['Huyện Quế Sơn', [3, 0.3, false]],
        ['Huyện Tây Giang', [2, 0.5, false]],
        ['Huyện Nam Giang', [2, 0.4, false]],
        ['Huyện Đông Giang', [2, null, false]],
      ]),
    )
    expect(await book.award('collective')).toEqual([
      ['first', ['Huyện Đại Lộc']],
      ['second', ['Thị xã Điện Bàn']],
      ['second', ['Huyện Tây Giang']],
      ['third', ['Huyện Quế Sơn']],
      ['third', ['Huyện Nam Giang']],
    ])
  })
})
