import { DEFAULT_CONTEST_RULES, RANKING_PRESETS } from '@thiso/contracts/vocab'
import { answerEverything, Rulebook } from '../../support/rulebook'
import type { Settings } from '../../support/rulebook-settings'
import { placesOf } from '../../support/rulebook-table'
import { eventually, useStage } from '../../support/stage'

/** Trung ương Đoàn 2021 and 2023: weekly rounds, then so many of each unit go on to the next one. */
const SETTINGS: Settings = {
  title: 'Tìm hiểu Nghị quyết Đại hội Đoàn',
  organizer: 'Trung ương Đoàn',
  rounds: [['Tuần 1', '2021-03-22 08:00', '2021-03-28 22:00']],
  paper: [{ topic: 'youth-union', level: 'recall', count: 10 }],
  // From 16 to 35 years.
  rules: { eligibility: { ...DEFAULT_CONTEST_RULES.eligibility, minAge: 16, maxAge: 35 } },
  round: {
    timeLimitMin: 15,
    attemptLimit: 3,
    resultPolicy: 'after_publish',
    rules: { ranking: [...RANKING_PRESETS['fastest-then-earliest']] },
  },
  prizes: [{ tier: 'first', count: 1, reward: { vi: 'Bằng khen', en: '' } }],
  // 67 units in reality.
  units: [
    ['Tỉnh đoàn Quảng Nam', 'district'],
    ['Thành đoàn Đà Nẵng', 'district'],
    ['Tỉnh đoàn Quảng Ngãi', 'district'],
  ],
}
/** Of each unit so many go on; five in reality. */
const OF_EACH_UNIT = 2

const WEEK = `
  who              | unit                 | age | at             | used | right | place    | why
  Nguyễn Minh An   | Tỉnh đoàn Quảng Nam  | 20  | 22/3 09:00:00  | 5:00 | 10    | 1        | goes on
  Trần Thị Bé      | Tỉnh đoàn Quảng Nam  | 21  | 22/3 09:00:00  | 6:00 | 10    | 2        | goes on
  Lê Công          | Tỉnh đoàn Quảng Nam  | 22  | 22/3 09:00:00  | 7:00 | 10    | 3        | third of his unit
  Phạm Thị Duyên   | Thành đoàn Đà Nẵng   | 35  | 22/3 09:00:00  | 5:00 | 9     | 4        | goes on
  Võ Thành Đạt     | Thành đoàn Đà Nẵng   | 16  | 22/3 09:00:00  | 8:00 | 8     | 5        | shares the second place of the unit: goes on
  Hồ Thị Gấm       | Thành đoàn Đà Nẵng   | 18  | 22/3 09:00:00  | 8:00 | 8     | 5        | goes on too
  Bùi Hùng         | Thành đoàn Đà Nẵng   | 19  | 28/3 21:59:59  | 8:00 | 8     | 7        | later by days
  Đặng Thị Khuê    | Tỉnh đoàn Quảng Ngãi | 25  | 22/3 09:00:00  | 9:00 | 3     | 8        | the only one of the unit: goes on
  Cao Lực          | Tỉnh đoàn Quảng Ngãi | 25  | 22/3 09:00:00  | 4:00 | 10    | excluded | another one answered
`
const FINAL = `
  who              | at             | used | right | place | why
  Đặng Thị Khuê    | 3/4 09:00:00   | 5:00 | 10    | 1     | the points of the week do not count any more
  Nguyễn Minh An   | 3/4 09:00:00   | 6:00 | 10    | 2     |
  Hồ Thị Gấm       | 3/4 09:00:00   | 4:00 | 9     | 3     |
`

const stage = useStage()
let book: Rulebook
const GOING_ON = ['An', 'Bé', 'Duyên', 'Đạt', 'Gấm', 'Khuê']
/** Given names of who is on the list of a round. */
const entrants = async (index: number) => {
  const { rows } = await book.organizer.get('roundEntrants', {
    params: { roundId: book.round(index) },
    query: { size: 100 },
  })
  return new Set(rows.map(({ fullName }) => fullName.split(' ').at(-1)))
}

beforeAll(async () => {
  book = await Rulebook.make(stage, SETTINGS)
  const entry = { kind: 'qualified', fromRoundId: book.round(0), by: 'per-unit', amount: OF_EACH_UNIT } as const
  await book.addRound('Vòng đội', '2021-04-03 08:00', '2021-04-03 11:00', { entry })
})

describe('EL-8, RS-2 to RS-6, WN-1: Trung ương Đoàn 2021', () => {
  it('EL-2: from sixteen to thirty-five', async () => {
    await book.play(0, WEEK, {
      'Lê Công': async (at) => {
        await answerEverything(at)
      },
    })
    const [child, elder] = [
      await book.meet({ who: 'Em Mười Lăm', age: '15' }),
      await book.meet({ who: 'Anh Ba Sáu', age: '36' }),
    ]
    await book.inThePresent(0, async () => {
      expect((await book.start(child, 0)).problem?.params).toMatchObject({ reason: 'too-young', minAge: 16 })
      expect((await book.start(elder, 0)).problem?.params).toMatchObject({ reason: 'too-old', maxAge: 35 })
    })
  })

  it('EL-5: nobody is in the next round before the results are public', async () => {
    await book.close(0)
    expect((await entrants(1)).size).toBe(0)
    await book.inThePresent(1, async () => {
      expect((await book.start(book.person('Nguyễn Minh An'), 1)).problem?.params).toMatchObject({
        reason: 'qualifying',
      })
    })
  })

  it('EL-8: of each unit the best go on, with whoever shares the last place', async () => {
    await book.exclude(0, 'Cao Lực', 'Người khác làm bài')
    expect(await book.places(0)).toEqual(placesOf(WEEK))
    await book.publish(0, true)
    expect(await entrants(1)).toEqual(new Set(GOING_ON))
    const { rows } = await book.person('Đặng Thị Khuê').get('myNotices', { query: {} })
    expect(rows.map(({ kind }) => kind)).toContain('qualified')
  })

  it('RS-10: a ruling after publication also says who goes on', async () => {
    await book.exclude(0, 'Trần Thị Bé', 'Phát hiện thi hộ')
    expect(await entrants(1)).toEqual(new Set(['An', 'Công', 'Duyên', 'Đạt', 'Gấm', 'Khuê']))
  })

  it('a round that is made when the results are public has its people at once', async () => {
    const entry = { kind: 'qualified', fromRoundId: book.round(0), by: 'top', amount: 2 } as const
    await book.addRound('Vòng bổ sung', '2021-05-03 08:00', '2021-05-03 11:00', { entry })
    await eventually('the list', async () => (await entrants(2)).size > 0)
    expect(await entrants(2)).toEqual(new Set(['An', 'Công']))
  })

  it('the next round is for them alone, and has its own winner', async () => {
    await book.play(1, FINAL)
    await book.inThePresent(1, async () => {
      expect((await book.start(book.person('Bùi Hùng'), 1)).problem).toMatchObject({
        code: 'ROUND.NOT_ELIGIBLE',
        params: { reason: 'not-qualified' },
      })
    })
    await book.close(1)
    expect(await book.places(1)).toEqual(placesOf(FINAL))
    await book.publish(1)
    expect(await book.award(1)).toEqual([['first', ['Đặng Thị Khuê']]])
  })
})
