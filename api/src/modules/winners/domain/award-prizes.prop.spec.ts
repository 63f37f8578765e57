import { PRIZE_TIERS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import {
  type AwardInput,
  awardPrizes,
  comparePrizes,
  nextInLine,
  type Placing,
  type PrizeLine,
} from './award-prizes.js'

const line = (list: string, tier: PrizeLine['tier'], count: number, table: string | null = null): PrizeLine => ({
  key: `${list}/${tier}/${table ?? ''}`,
  list,
  tier,
  table,
  count,
})
/** Ranks as they stand; equal ranks without a draw are not decided. */
const placings = (ranks: number[], prefix = 'p', decided = false, table: string | null = null): Placing[] =>
  ranks.map((rank, index) => ({
    accountId: `${prefix}${index}`,
    table,
    rank,
    orderNo: index + 1,
    isDecided: decided || ranks.filter((other) => other === rank).length === 1,
  }))
const input = (changes: Partial<AwardInput>): AwardInput => ({
  lists: [],
  lines: [],
  isOnePrizeEach: false,
  ineligible: [],
  held: [],
  ...changes,
})
const told = (given: AwardInput) =>
  Object.fromEntries(
    awardPrizes(given).lines.map(({ line: { key }, awards, waiting, openSeats }) => [
      key,
      [
        ...awards.map(({ accountId }) => accountId),
        ...waiting.map((wait) => `${wait.seats} of ${wait.accountIds.join('+')}`),
        ...(openSeats > 0 ? [`${openSeats} open`] : []),
      ].join(' '),
    ]),
  )

describe('WN-1: prizes go down the order', () => {
  it('tier by tier; fewer people than prizes leave seats open', () => {
    const lines = [line('r', 'second', 2), line('r', 'first', 1), line('r', 'third', 3)]
    expect(told(input({ lists: [{ key: 'r', order: 1, placings: placings([1, 2, 3, 4]) }], lines }))).toEqual({
      'r/first/': 'p0',
      'r/second/': 'p1 p2',
      'r/third/': 'p3 2 open',
    })
  })

  it('each table by itself', () => {
    const both = [...placings([1, 2], 'a', false, 'A'), ...placings([1, 2], 'b', false, 'B')]
    const lines = [line('r', 'first', 1, 'A'), line('r', 'first', 1, 'B'), line('r', 'second', 1, 'B')]
    expect(told(input({ lists: [{ key: 'r', order: 1, placings: both }], lines }))).toEqual({
      'r/first/A': 'a0',
      'r/first/B': 'b0',
      'r/second/B': 'b1',
    })
  })

  it('who may not win is passed over, with the reason, and the next moves up', () => {
    const given = input({
      lists: [{ key: 'r', order: 1, placings: placings([1, 2, 3, 4]) }],
      lines: [line('r', 'first', 1), line('r', 'second', 1)],
      ineligible: [
        { accountId: 'p0', list: null, reason: 'barred', note: 'organizer' },
        { accountId: 'p1', list: 'r', reason: 'declined' },
        { accountId: 'p3', list: null, reason: 'excluded' },
      ],
    })
    expect(told(given)).toEqual({ 'r/first/': 'p2', 'r/second/': '1 open' })
    expect(awardPrizes(given).skipped.map(({ accountId, reasons }) => [accountId, reasons])).toEqual([
      ['p0', [{ reason: 'barred', note: 'organizer' }]],
      ['p1', [{ reason: 'declined', note: null }]],
      ['p3', [{ reason: 'excluded', note: null }]],
    ])
  })
})

describe('WN-4: ties wait for the draw', () => {
  const lines = [line('r', 'first', 1), line('r', 'second', 2), line('r', 'third', 1)]
  it('also for the seats below that the undrawn will get', () => {
    expect(told(input({ lists: [{ key: 'r', order: 1, placings: placings([1, 2, 2, 2, 5]) }], lines }))).toEqual({
      'r/first/': 'p0',
      'r/second/': '2 of p1+p2+p3',
      'r/third/': '1 of p1+p2+p3',
    })
  })

  it('and are told apart by it', () => {
    const drawn = placings([1, 2, 2, 2, 5], 'p', true)
    expect(told(input({ lists: [{ key: 'r', order: 1, placings: drawn }], lines }))).toEqual({
      'r/first/': 'p0',
      'r/second/': 'p1 p2',
      'r/third/': 'p3',
    })
  })

  it('people who share a place share a tier when it reaches them all', () => {
    const given = input({ lists: [{ key: 'r', order: 1, placings: placings([1, 2, 2, 4]) }], lines })
    expect(told(given)).toEqual({ 'r/first/': 'p0', 'r/second/': 'p1 p2', 'r/third/': 'p3' })
  })
})

describe('WN-5: one prize each', () => {
  const lists = [
    { key: 'total', order: 0, placings: placings([1, 2, 3]) },
    { key: 'r1', order: 1, placings: placings([1, 2, 3]) },
  ]
  it('the highest is kept and what is freed goes to the next', () => {
    const lines = [line('r1', 'first', 1), line('total', 'first', 1), line('r1', 'second', 1)]
    const given = input({ lists, lines, isOnePrizeEach: true })
    expect(told(given)).toEqual({ 'total/first/': 'p0', 'r1/first/': 'p1', 'r1/second/': 'p2' })
    expect(awardPrizes(given).skipped).toContainEqual({
      list: 'r1',
      accountId: 'p0',
      rank: 1,
      reasons: [{ reason: 'holds-higher-prize', note: 'total/first/' }],
    })
    expect(told({ ...given, isOnePrizeEach: false })['r1/first/']).toBe('p0')
  })

  it('a locked prize blocks what is lower and is named beside what is higher', () => {
    const lines = [line('r1', 'second', 1)]
    const held = (tier: PrizeLine['tier']) => [{ accountId: 'p0', line: line('r0', tier, 1), listOrder: 2 }]
    const given = input({ lists, lines, isOnePrizeEach: true })
    expect(told({ ...given, held: held('first') })).toEqual({ 'r1/second/': 'p1' })
    const higher = awardPrizes({ ...given, held: held('third') }).lines[0]
    expect(higher?.awards[0]).toMatchObject({ accountId: 'p0', alsoHolds: 'r0/third/' })
  })

  it('who waits for a draw for a higher prize keeps others from being settled', () => {
    const lines = [line('total', 'first', 1), line('r1', 'second', 1)]
    const tied = [{ key: 'total', order: 0, placings: placings([1, 1]) }, lists[1] as (typeof lists)[number]]
    expect(told(input({ lists: tied, lines, isOnePrizeEach: true }))).toEqual({
      'total/first/': '1 of p0+p1',
      'r1/second/': '1 of p0',
    })
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const listOf = (key: string, order: number) =>
  fc
    .tuple(
      fc.shuffledSubarray(names),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
    )
    .map(([people, keys, isDrawn]) => {
      const points = people.map((accountId, index) => ({ accountId, key: keys[index] as number }))
      points.sort((x, y) => y.key - x.key)
      const drawn = points.map(({ accountId, key: own }, index): Placing => {
        const rank = 1 + points.filter((other) => other.key > own).length
        const isAlone = points.filter((other) => other.key === own).length === 1
        return { accountId, table: index % 2 ? 'A' : 'B', rank, orderNo: index + 1, isDecided: isDrawn || isAlone }
      })
      return { key, order, placings: drawn }
    })
const anyInput: fc.Arbitrary<AwardInput> = fc
  .tuple(
    fc.tuple(listOf('total', 0), listOf('r1', 1), listOf('r2', 2)),
    fc.array(
      fc.tuple(
        fc.constantFrom('total', 'r1', 'r2'),
        fc.constantFrom(...PRIZE_TIERS),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(null, 'A', 'B'),
      ),
      { maxLength: 8 },
    ),
    fc.boolean(),
    fc.subarray(names, { maxLength: 3 }),
  )
  .map(([lists, lines, isOnePrizeEach, barred]) => ({
    lists,
    lines: lines.map(([list, tier, count, table], index) => ({ key: `${index}`, list, tier, count, table })),
    isOnePrizeEach,
    ineligible: barred.map((accountId) => ({ accountId, list: null, reason: 'barred' as const })),
    held: [],
  }))

describe('WN-4, WN-5: for any standings and prizes', () => {
  it('the order of what comes in decides nothing', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (given, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, by: chance.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one)
        const other = {
          ...given,
          lines: shuffled(given.lines),
          lists: shuffled(given.lists.map((list) => ({ ...list, placings: shuffled(list.placings) }))),
          ineligible: shuffled(given.ineligible),
        }
        expect(awardPrizes(other)).toEqual(awardPrizes(given))
      }),
    )
  })

  it('no seat is given twice, nobody wins twice where that is barred, nobody barred wins', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { lines } = awardPrizes(given)
        for (const { line: own, awards, waiting, openSeats } of lines) {
          const seats = waiting.reduce((total, wait) => total + wait.seats, 0)
          expect(awards.length + seats + openSeats).toBe(own.count)
          for (const wait of waiting) expect(wait.seats).toBeLessThanOrEqual(wait.accountIds.length)
          for (const { accountId } of awards)
            expect(given.ineligible.map((no) => no.accountId)).not.toContain(accountId)
        }
        for (const scope of given.isOnePrizeEach
          ? [lines]
          : given.lists.map(({ key }) => lines.filter((l) => l.line.list === key))) {
          const winners = scope.flatMap(({ awards }) => awards.map(({ accountId }) => accountId))
          expect(new Set(winners).size).toBe(winners.length)
        }
      }),
    )
  })

  it('nobody is passed by somebody of a lower rank without a stated reason', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const done = awardPrizes(given)
        for (const { line: own, awards } of done.lines) {
          const list = given.lists.find(({ key }) => key === own.list)?.placings ?? []
          const worst = Math.max(0, ...awards.map(({ rank }) => rank))
          for (const better of list.filter((p) => p.rank < worst && (own.table === null || p.table === own.table))) {
            const inSame = done.lines.some(
              (other) =>
                other.line.list === own.list &&
                (other.awards.some((a) => a.accountId === better.accountId) ||
                  other.waiting.some((w) => w.accountIds.includes(better.accountId))),
            )
            const isStated = done.skipped.some((skip) => skip.list === own.list && skip.accountId === better.accountId)
            expect(inSame || isStated).toBe(true)
          }
        }
      }),
    )
  })

  it('who keeps a prize could not have had a higher one: every higher prize of the person’s lists went to people ahead', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const single = { ...given, isOnePrizeEach: true }
        const done = awardPrizes(single)
        const order = (key: string) => given.lists.find((list) => list.key === key)?.order ?? 0
        for (const { line: own, awards } of done.lines)
          for (const { accountId } of awards)
            for (const higher of done.lines) {
              const above = { line: higher.line, listOrder: order(higher.line.list) }
              if (comparePrizes(above, { line: own, listOrder: order(own.list) }) >= 0) continue
              const me = given.lists
                .find(({ key }) => key === higher.line.list)
                ?.placings.find((p) => p.accountId === accountId)
              if (!me || (higher.line.table !== null && me.table !== higher.line.table)) continue
              for (const winner of higher.awards) expect(winner.rank).toBeLessThanOrEqual(me.rank)
              expect(higher.openSeats).toBe(0)
            }
      }),
    )
  })

  it('who is next in line has no prize, and is not barred', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const done = awardPrizes(given)
        for (const { accountId } of nextInLine(given, done, 'r1', null, 3)) {
          expect(given.ineligible.map((no) => no.accountId)).not.toContain(accountId)
          const own = done.lines.filter(({ line: l }) => l.list === 'r1').flatMap(({ awards }) => awards)
          expect(own.map((a) => a.accountId)).not.toContain(accountId)
        }
      }),
    )
  })
})
