import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random'
import { adviceFor } from './advice'
import { normalQuantile, normalShare } from './normal'
import { FastRandom } from './fast-random'
import { type RehearsalInput, rehearse } from './rehearse'

const seedOf = (name: string) => createHash('sha256').update(name).digest()
const run = (input: RehearsalInput, name = 'seed') => rehearse(input, new DeterministicRandom(seedOf(name)))

function prizes(...counts: number[]): RehearsalInput['prizes'] {
  const tiers = ['first', 'second', 'third'] as const
  return counts.map((count, index) => ({ tier: tiers[index] ?? 'consolation', table: null, count }))
}

const usual: RehearsalInput = {
  cells: [{ count: 10, points: 1, expectedShares: [0.9] }],
  contestants: 2_000,
  attemptsEach: 1,
  counted: 'best',
  timeLimitS: 600,
  windowS: 86_400,
  itemClockS: null,
  period: null,
  waitS: 0,
  allRequired: false,
  scoring: { wrongPenalty: 0, blankPenalty: 0, speedBonus: 0 },
  ranking: [{ by: 'points' }, { by: 'draw' }],
  hasPrediction: false,
  prizes: prizes(1, 2, 5),
}

describe('RB-4: a rehearsal', () => {
  it('uses the normal distribution as tables have it', () => {
    expect(normalShare(0)).toBeCloseTo(0.5, 7)
    expect(normalShare(1.96)).toBeCloseTo(0.9750021, 6)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 4)
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) =>
        expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 6),
      ),
    )
  })

  it('gives each item on average what is expected of it, also where people differ', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.95, noNaN: true }), (share) => {
        const { meanShare } = run({ ...usual, cells: [{ count: 5, points: 2, expectedShares: [share] }] })
        // 2,000 people × 5 items that hang together within a person: two hundredths are four standard errors.
        expect(Math.abs(meanShare - share)).toBeLessThan(0.035)
      }),
      { numRuns: 15 },
    )
  })

  it('finds the same share of perfect papers by people as by the integral', () => {
    const { perfectPeople, perfectShare } = run(usual)
    expect(Math.abs(perfectPeople / usual.contestants - perfectShare)).toBeLessThan(0.04)
    // Independent items would give 0.9^10 = 0.35; people who differ give more.
    expect(perfectShare).toBeGreaterThan(0.4)
  })

  it('is the same for the same chance, and whole: the histogram holds everybody', () => {
    expect(run(usual)).toEqual(run(usual))
    expect(run(usual, 'other')).not.toEqual(run(usual))
    expect(run(usual).histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('sees what decides: with points alone the border is shared, with time and submission hardly ever', () => {
    const points = run(usual)
    expect(points.borders[0]?.sharedBy).toBe(points.perfectPeople)
    const timed = run({
      ...usual,
      ranking: [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }],
    })
    expect(timed.tiedPeople).toBeLessThan(20)
  })

  it('counts the attempt that the rules count', () => {
    const meanOf = (counted: RehearsalInput['counted'], attemptsEach: number) =>
      run({ ...usual, counted, attemptsEach }).meanShare
    const once = meanOf('best', 1)
    expect(meanOf('best', 3)).toBeGreaterThan(once + 0.03)
    for (const counted of ['first', 'last'] as const) expect(Math.abs(meanOf(counted, 3) - once)).toBeLessThan(0.015)
  })

  it('ends places with their clock: the tighter, the more stay blank and the fewer papers are perfect', () => {
    const clocks = [null, 60, 45, 30, 20, 10].map((itemClockS) => run({ ...usual, itemClockS }))
    for (const [index, tighter] of clocks.slice(1).entries()) {
      const looser = clocks[index] as (typeof clocks)[number]
      expect(tighter.timedOutShare).toBeGreaterThan(looser.timedOutShare)
      expect(tighter.perfectPeople).toBeLessThan(looser.perfectPeople)
      expect(tighter.perfectShare).toBeLessThan(looser.perfectShare)
      expect(tighter.meanShare).toBeLessThan(looser.meanShare)
      // By people as by the integral, with clocks, too.
      expect(Math.abs(tighter.perfectPeople / usual.contestants - tighter.perfectShare)).toBeLessThan(0.04)
    }
    expect(clocks[0]?.timedOutShare).toBe(0)
    // Places take 36 s on average, and one in twenty takes more than twice that.
    expect(clocks[1]?.timedOutShare).toBeGreaterThan(0.05)
    expect(clocks[1]?.timedOutShare).toBeLessThan(0.2)
  })

  it('ranks nobody who left blanks where everything must be answered', () => {
    const strict = run({ ...usual, itemClockS: 45, allRequired: true })
    expect(strict.unrankedPeople).toBeGreaterThan(usual.contestants / 4)
    expect(run({ ...usual, itemClockS: 45 }).unrankedPeople).toBe(0)
    expect(run({ ...usual, allRequired: true }).unrankedPeople).toBe(0)
    // Among several attempts one that is ranked counts before one that is not.
    expect(run({ ...usual, itemClockS: 45, allRequired: true, attemptsEach: 5 }).unrankedPeople).toBeLessThan(
      strict.unrankedPeople,
    )
  })

  it('takes off for wrong and blank places, and adds for speed less than an item', () => {
    const share = (changes: Partial<RehearsalInput['scoring']>, itemClockS: number | null = null) =>
      run({ ...usual, itemClockS, scoring: { ...usual.scoring, ...changes } }).meanShare
    const plain = share({})
    // One in ten is wrong; at half an item each that is one in twenty of the points.
    expect(plain - share({ wrongPenalty: 0.5 })).toBeCloseTo(0.05, 1)
    expect(share({ blankPenalty: 0.5 })).toBe(plain)
    expect(share({ blankPenalty: 0.5 }, 30)).toBeLessThan(share({}, 30))
    const fast = run({ ...usual, scoring: { ...usual.scoring, speedBonus: 0.99 }, ranking: [{ by: 'points' }] })
    expect(fast.tiedPeople).toBeLessThan(run({ ...usual, ranking: [{ by: 'points' }] }).tiedPeople)
    // 0.99 points at most, of ten: nobody who has one item less comes before.
    expect(fast.meanShare - plain).toBeLessThan(0.099)
    expect(fast.meanShare).toBeGreaterThan(plain)
  })

  it('spreads attempts over days and waits, and scales what it says of them', () => {
    const byTime: RehearsalInput['ranking'] = [{ by: 'submitted-at', bucketS: 86_400 }]
    const daily = { ...usual, windowS: 7 * 86_400, attemptsEach: 7, counted: 'last' as const, ranking: byTime }
    // The seventh attempt of everybody falls on the last day.
    const crowd = (input: RehearsalInput) => run(input).borders[0]?.sharedBy ?? 0
    expect(crowd({ ...daily, period: { lengthS: 86_400, attempts: 1 } })).toBeGreaterThan(crowd(daily) / 2)
    expect(() => run({ ...daily, waitS: 86_400 })).not.toThrow()
  })

  it('ends prizes table by table', () => {
    const table = (code: string, count: number) => ({ tier: 'first' as const, table: code, count })
    const { borders } = run({ ...usual, prizes: [table('A', 1), table('B', 3), table('A', 2)] })
    expect(borders.map(({ place }) => place)).toEqual([1, 3, 3])
  })

  it('has chance that is even', () => {
    const chance = new FastRandom(new DeterministicRandom(seedOf('even')))
    const counts = new Array<number>(20).fill(0)
    for (let n = 0; n < 200_000; n++) {
      const at = chance.below(20)
      counts[at] = (counts[at] as number) + 1
    }
    // Chi-square with 19 degrees of freedom is over 43.8 once in a thousand times; the seed is fixed.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(43.8)
  })

  it('takes bounded work, however long the papers and many the attempts', () => {
    // Time of the processor, not of the clock: others may be at work on the machine.
    const from = process.cpuUsage()
    run({
      ...usual,
      cells: [{ count: 200, points: 1, expectedShares: [0.7] }],
      contestants: 1_000_000,
      attemptsEach: 20,
    })
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(10_000)
  })

  it('scales what it counted to the people expected', () => {
    const many = run({ ...usual, contestants: 40_000 })
    expect(Math.abs(many.perfectPeople / 40_000 - many.perfectShare)).toBeLessThan(0.02)
    expect(many.openingStartsPerS).toBeCloseTo(66.67, 1)
  })

  it('does not take people who stand alone for a crowd where it scales', () => {
    const timed: RehearsalInput['ranking'] = [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }]
    const { borders } = run({ ...usual, contestants: 1_000_000, windowS: 7 * 86_400, ranking: timed })
    expect(borders.map(({ sharedBy }) => sharedBy)).toEqual([0, 0, 0])
  })

  it('nobody taking part is no error', () => {
    expect(run({ ...usual, contestants: 0 })).toMatchObject({ perfectPeople: 0, tiedPeople: 0, openingStartsPerS: 0 })
  })
})

describe('RB-5: advice', () => {
  const crowded: RehearsalInput = { ...usual, prizes: prizes(5, 10, 25) }
  const advise = (input: RehearsalInput) => adviceFor(input, run(input), seedOf('advice'))

  it('says how many harder items bring the perfect papers down, and one fewer would not', () => {
    const [first] = advise(crowded)
    if (first?.kind !== 'add-harder-items') throw new Error('no advice on harder items')
    expect(first.perfectPeople).toBeLessThanOrEqual(120)
    const withItems = (count: number) =>
      rehearse(
        { ...crowded, cells: [...crowded.cells, { count, points: 1, expectedShares: [0.35] }] },
        new DeterministicRandom(seedOf('advice')),
      ).perfectPeople
    expect(withItems(first.count)).toBe(first.perfectPeople)
    if (first.count > 1) expect(withItems(first.count - 1)).toBeGreaterThan(120)
  })

  it('still says how far harder items bring them down where that is not far enough', () => {
    const many = { ...crowded, contestants: 50_000, prizes: prizes(1) }
    const [first] = advise(many)
    if (first?.kind !== 'add-harder-items') throw new Error('no advice on harder items')
    expect(first.count).toBe(15)
    expect(first.perfectPeople).toBeGreaterThan(3)
    expect(first.perfectPeople).toBeLessThan(run(many).perfectPeople / 2)
  })

  it('says which clock for each item brings the perfect papers down, and a longer one would not', () => {
    const piece = advise(crowded).find(({ kind }) => kind === 'item-clock')
    if (piece?.kind !== 'item-clock') throw new Error('no advice on a clock')
    const withClock = (itemClockS: number) =>
      rehearse({ ...crowded, itemClockS }, new DeterministicRandom(seedOf('advice')))
    expect(withClock(piece.seconds)).toMatchObject({
      perfectPeople: piece.perfectPeople,
      timedOutShare: piece.timedOutShare,
    })
    expect(piece.timedOutShare).toBeLessThanOrEqual(0.15)
    expect(piece.seconds * 10).toBeLessThanOrEqual(crowded.timeLimitS)
    if (piece.perfectPeople <= 120) expect(withClock(piece.seconds + 5).perfectPeople).toBeGreaterThan(120)
    else {
      expect(piece.perfectPeople).toBeLessThanOrEqual(run(crowded).perfectPeople / 2)
      expect(withClock(piece.seconds - 5).timedOutShare).toBeGreaterThan(0.15)
    }
  })

  it('proposes no clock where each that helps would leave too much unanswered, or where none is left to try', () => {
    expect(advise({ ...crowded, timeLimitS: 90 }).map(({ kind }) => kind)).not.toContain('item-clock')
    expect(advise({ ...crowded, itemClockS: 10 }).map(({ kind }) => kind)).not.toContain('item-clock')
  })

  it('asks for time in the order where a crowd shares a border, and says nothing about a sound round', () => {
    const byTime = advise(usual).find(({ kind }) => kind === 'rank-by-time')
    if (byTime?.kind !== 'rank-by-time') throw new Error('no advice on time')
    expect(byTime.sharedBy).toBe(run(usual).perfectPeople)
    expect(byTime.thenSharedBy).toBeLessThan(3)
    const sound: RehearsalInput = {
      ...crowded,
      cells: [
        { count: 10, points: 1, expectedShares: [0.7] },
        { count: 10, points: 1, expectedShares: [0.4] },
      ],
      ranking: [{ by: 'points' }, { by: 'time-used' }, { by: 'submitted-at' }, { by: 'draw' }],
    }
    expect(advise(sound)).toEqual([])
  })

  it('warns of an opening beyond what was measured', () => {
    expect(advise({ ...usual, contestants: 500_000 }).map(({ kind }) => kind)).toContain('opening-load')
  })
})
