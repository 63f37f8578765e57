import fc from 'fast-check'
import {
  type AnsweredPaper,
  chancesOfRight,
  comparePair,
  type ItemModel,
  itemModels,
  OMITTED,
  shiftOf,
} from './answer-model.js'
import { groupsOf } from './groups.js'
import { type SearchedPaper, searchPairs } from './pair-search.js'

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

/** People of different ability on papers of `size` out of `pool`; the first ones copy a share from their neighbour. */
function simulated(seed: number, { people = 120, pool = 20, size = 20, copiers = 0, omit = 0 }) {
  const random = seeded(seed)
  const difficulty = Array.from({ length: pool }, () => random() * 3 - 1.5)
  const papers: AnsweredPaper[] = []
  for (let person = 0; person < people; person++) {
    const ability = random() * 3 - 1.5
    const items = Array.from({ length: pool }, (_, i) => i)
    for (let i = 0; i < size; i++) {
      const j = i + Math.floor(random() * (pool - i))
      const [a, b] = [items[i] as number, items[j] as number]
      items[i] = b
      items[j] = a
    }
    items.length = size
    const previous = papers.at(-1)
    const answers = items.map((item) => {
      const seen = previous ? Array.from(previous.items).indexOf(item) : -1
      if (person % 2 === 1 && person < copiers * 2 && seen >= 0) return previous?.answers[seen] as number
      if (random() < omit) return OMITTED
      if (random() < 1 / (1 + Math.exp(-(ability - (difficulty[item] as number))))) return 0
      return 1 + Math.floor(random() * 3)
    })
    papers.push({ items, answers })
  }
  const models = itemModels(
    Array.from({ length: pool }, () => 3),
    papers,
  )
  return { models, papers: papers.map((paper) => searched(models, paper)) }
}

function searched(models: ItemModel[], paper: AnsweredPaper): SearchedPaper {
  const rights = Array.from(paper.items, (item) => models[item]?.right as number)
  const score = Array.from(paper.answers).filter((answer) => answer === 0).length
  return { ...paper, chances: chancesOfRight(models, paper), shift: shiftOf(rights, score) }
}

function everyPair(models: ItemModel[], papers: SearchedPaper[], bound: number): string[] {
  const found: string[] = []
  for (let first = 0; first < papers.length; first++)
    for (let second = first + 1; second < papers.length; second++) {
      const pair = comparePair(models, papers[first] as SearchedPaper, papers[second] as SearchedPaper)
      if (pair && pair.gbt <= bound) found.push(`${first}-${second}`)
    }
  return found
}

describe('DT-8: search of pairs', () => {
  it.each([
    ['one paper for all', { size: 20, pool: 20, copiers: 5 }],
    ['half of the pool', { size: 20, pool: 40, copiers: 5 }],
    ['papers that share little', { size: 20, pool: 120, copiers: 5 }],
    ['with answers left out', { size: 20, pool: 25, copiers: 5, omit: 0.2 }],
  ])('finds exactly what comparing every pair finds: %s', (_, settings) => {
    for (let seed = 1; seed <= 2; seed++) {
      const { models, papers } = simulated(seed, settings)
      for (const bound of [1e-2, 1e-4, 1e-6]) {
        const search = searchPairs(models, papers, bound)
        expect(search.found.map(({ first, second }) => `${first}-${second}`)).toEqual(everyPair(models, papers, bound))
        expect(search.counted).toBe((papers.length * (papers.length - 1)) / 2)
      }
    }
  })

  it('finds those who copied everything on one paper, and looks at few others', () => {
    const { models, papers } = simulated(11, { people: 400, copiers: 6 })
    const search = searchPairs(models, papers, 1e-6)
    const planted = search.found.filter(({ first, second }) => second === first + 1 && first % 2 === 0 && first < 12)
    expect(planted.length).toBeGreaterThanOrEqual(3)
    expect(search.compared).toBeLessThan(search.counted / 20)
  })

  it('finds the same in parts', () => {
    const { models, papers } = simulated(5, { people: 150, copiers: 10 })
    const whole = searchPairs(models, papers, 1e-3)
    const parts = [0, 1, 2].map((index) => searchPairs(models, papers, 1e-3, { index, of: 3 }))
    const found = parts.flatMap((part) => part.found).sort((a, b) => a.first - b.first || a.second - b.second)
    expect(whole.found.length).toBeGreaterThan(0)
    expect(found).toEqual(whole.found)
    expect(parts.reduce((sum, part) => sum + part.counted, 0)).toBe(whole.counted)
  })

  it('agrees with comparing every pair for any small family', () => {
    const cases = fc.record({
      seed: fc.nat(100_000),
      people: fc.integer({ min: 0, max: 30 }),
      pool: fc.integer({ min: 6, max: 30 }),
      omit: fc.double({ min: 0, max: 0.5, noNaN: true }),
      exponent: fc.double({ min: -5, max: -0.1, noNaN: true }),
    })
    fc.assert(
      fc.property(cases, ({ seed, people, pool, omit, exponent }) => {
        const { models, papers } = simulated(seed, { people, pool, size: 6, copiers: 3, omit })
        const bound = 10 ** exponent
        expect(searchPairs(models, papers, bound).found.map((f) => `${f.first}-${f.second}`)).toEqual(
          everyPair(models, papers, bound),
        )
      }),
    )
  })

  it('refuses papers that its counters cannot hold', () => {
    const items = Array.from({ length: 101 }, (_, i) => i)
    const paper = { items, answers: items.map(() => 0), chances: items.map(() => 0.5), shift: 0 }
    expect(() => searchPairs([], [paper], 0.1)).toThrow(RangeError)
  })
})

describe('DT-9: groups', () => {
  it('join whoever is linked over others', () => {
    expect(
      groupsOf([
        [4, 2],
        [7, 9],
        [2, 1],
      ]),
    ).toEqual([
      [1, 2, 4],
      [7, 9],
    ])
    expect(groupsOf([])).toEqual([])
  })

  it('put every linked person into one group, whatever the order of the links', () => {
    const links = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 40 })
    fc.assert(
      fc.property(links, (pairs) => {
        const groups = groupsOf(pairs)
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...new Set(pairs.flat())].sort((a, b) => a - b))
        for (const [a, b] of pairs) expect(groups.find((group) => group.includes(a))).toContain(b)
        expect(groupsOf([...pairs].reverse().map(([a, b]) => [b, a] as const))).toEqual(groups)
      }),
    )
  })
})
