import type { ItemKey, ItemResponse, SignalFamily } from '@thiso/contracts/vocab'
import { SIGNAL_FAMILIES } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { NO_LINKS } from '../../../kernel/hash-chain'
import { chancesOfRight, comparePair, itemModels } from '../../detection/domain/answer-model'
import { reachesReviewer } from '../../detection/domain/families'
import { type ChainedAct, contentHash, firstBreak, headAfter } from './act-chain'
import { type Circumstances, CROWD, inFavour } from './in-favour'
import { labelOf, reaching } from './open-cases'
import { barOf, isOneLine } from './reviewer-bar'
import { type AnswerCounts, chanceOf, sideBySide } from './side-by-side'

const MODEL = { itemModels, chancesOfRight, comparePair }

describe('CA-1: signals of two families reach a reviewer', () => {
  const signals = fc.array(
    fc.record({
      id: fc.uuid(),
      family: fc.constantFrom<SignalFamily>(...SIGNAL_FAMILIES),
      attemptIds: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 8 },
  )

  it('an attempt reaches one exactly if it is named by two families at least', () => {
    fc.assert(
      fc.property(signals, (given) => {
        const found = reaching(given, reachesReviewer)
        for (const attempt of ['a', 'b', 'c'] as const) {
          const about = given.filter(({ attemptIds }) => attemptIds.includes(attempt))
          const families = new Set(about.map(({ family }) => family))
          expect(found.has(attempt)).toBe(families.size >= 2)
          if (found.has(attempt)) expect(found.get(attempt)).toEqual(about)
        }
      }),
    )
  })

  it('names others by letters that never meet', () => {
    const labels = Array.from({ length: 800 }, (_, index) => labelOf(index))
    expect(new Set(labels).size).toBe(800)
    expect([labels[0], labels[25], labels[26], labels[27], labels[702]]).toEqual(['A', 'Z', 'AA', 'AB', 'AAA'])
  })
})

describe('CA-3: nobody judges the own unit', () => {
  const parents: Record<string, string | null> = {
    province: null,
    hoian: 'province',
    tienphuoc: 'province',
    minhan: 'hoian',
    camchau: 'hoian',
    school: 'minhan',
  }
  const parentOf = (id: string) => parents[id]
  const bar = (own: (string | null)[], theirs: (string | null)[]) =>
    barOf({ accountId: 'r', unitIds: own }, { accountId: 'p', unitIds: theirs }, parentOf)

  it.each([
    [['minhan'], ['minhan'], 'own-unit'],
    [['hoian'], ['school'], 'own-unit'],
    [['school'], ['hoian'], 'own-unit'],
    [['camchau'], ['minhan'], null],
    [['tienphuoc'], ['minhan'], null],
    [['province'], ['minhan'], null],
    [['province'], ['province'], 'own-unit'],
    [['minhan'], ['province'], null],
    [[], ['minhan'], null],
    [['minhan'], [null], null],
    [['tienphuoc', 'minhan'], ['school'], 'own-unit'],
  ] as const)('%j and %j: %s', (own, theirs, expected) => {
    expect(bar([...own], [...theirs])).toBe(expected)
  })

  it('nor themselves, whatever the units', () => {
    expect(barOf({ accountId: 'r', unitIds: [] }, { accountId: 'r', unitIds: ['minhan'] }, parentOf)).toBe('self')
  })

  it('is the same from both sides, and ends where parents form a loop', () => {
    const units = Object.keys(parents)
    for (const one of units)
      for (const other of units) expect(isOneLine(one, other, parentOf)).toBe(isOneLine(other, one, parentOf))
    expect(isOneLine('a', 'c', (id) => ({ a: 'b', b: 'a', c: 'a' })[id])).toBe(true)
    expect(isOneLine('a', 'x', (id) => ({ a: 'b', b: 'a', x: 'y', y: 'x' })[id])).toBe(false)
  })
})

describe('CA-9: acts are chained', () => {
  const caseId = '7f1c8a52-3c53-4a3b-9a3c-0a4c5f1f9a11'
  const chain = (said: string[]) => {
    let head = NO_LINKS
    return said.map((words, index) => {
      const act: ChainedAct = {
        caseId,
        no: index + 1,
        atMs: 1_000 * index,
        kind: index === 0 ? 'opened' : 'joined',
        actorId: index % 2 === 0 ? null : 'b',
        contentHash: contentHash(Buffer.alloc(16, index), { words }),
      }
      head = headAfter(head, act)
      return { ...act, head }
    })
  }

  it('a change, a gap and a swap are found at their place', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 8 }), fc.nat(), (said, pick) => {
        const acts = chain(said)
        expect(firstBreak(NO_LINKS, acts)).toBeNull()
        const at = pick % acts.length
        const changed = acts.map((act, index) => (index === at ? { ...act, atMs: act.atMs + 1 } : act))
        expect(firstBreak(NO_LINKS, changed)).toBe(at + 1)
        const without = acts.filter((_, index) => index !== at)
        expect(firstBreak(NO_LINKS, without)).toBe(at === acts.length - 1 ? null : at + 1)
      }),
    )
  })

  it('words that are gone break nothing, other words do not fit', () => {
    const salt = Buffer.alloc(16, 7)
    expect(contentHash(salt, { words: 'một' })).not.toEqual(contentHash(salt, { words: 'hai' }))
    expect(contentHash(salt, { words: 'một' })).not.toEqual(contentHash(Buffer.alloc(16, 8), { words: 'một' }))
  })
})

const items = Array.from({ length: 12 }, (_, index) => `item-${index}`)
const keys = new Map<string, ItemKey>(items.map((item) => [item, { type: 'single-choice', option: 0 }]))
const grade = (_: ItemKey, response: ItemResponse) => (response[0] === 0 ? 1 : 0)
const counts = new Map<string, AnswerCounts>(
  items.map((item) => [
    item,
    {
      served: 100,
      given: [
        { response: [0], count: 60 },
        { response: [1], count: 30 },
        { response: [2], count: 7 },
      ],
    },
  ]),
)
const paper = (answers: (number | null)[], order = items) => ({
  items: order,
  answers: answers.map((answer) => (answer === null ? null : [answer])),
})

describe('CA-10: papers side by side', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), { minLength: 12, maxLength: 12 })

  it('places meet by item, whatever the order; the marks are the same from both sides', () => {
    fc.assert(
      fc.property(answers, answers, fc.shuffledSubarray(items, { minLength: 12 }), (one, other, order) => {
        const [a, b] = [paper(one), paper(other, order)]
        const marks = (places: ReturnType<typeof sideBySide>) =>
          new Map(places.map(({ itemVersionId, mark }) => [itemVersionId, mark]))
        const [ab, ba] = [sideBySide(a, b, keys, counts, grade), sideBySide(b, a, keys, counts, grade)]
        for (const [item, mark] of marks(ab)) expect(marks(ba).get(item)).toBe(mark)
        for (const { position, otherPosition, itemVersionId } of ab)
          expect([a.items[position - 1], b.items[(otherPosition ?? 0) - 1]]).toEqual([itemVersionId, itemVersionId])
      }),
    )
  })

  it('tells how rare an own wrong answer is among all who had the item', () => {
    const [right, common, rare, unheard, blank] = sideBySide(
      paper([0, 1, 2, 3, null, ...new Array(7).fill(0)]),
      null,
      keys,
      counts,
      grade,
    )
    expect([right?.share, common?.share, rare?.share, unheard?.share, blank?.share]).toEqual([null, 0.3, 0.07, 0, null])
  })

  it('the more wrong answers are the same, the rarer it is by chance', () => {
    const own = paper([2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0])
    const p = [6, 4, 2, 0].map((same) => {
      const other = paper(own.answers.map((answer, index) => (index < 6 && index >= same ? 1 : (answer?.[0] ?? 0))))
      return chanceOf(own, other, keys, counts, grade, MODEL)?.p ?? 1
    })
    expect([...p].sort((a, b) => a - b)).toEqual(p)
    expect(p[0]).toBeLessThan(0.001)
  })

  it('who shares nothing has nothing to compare', () => {
    expect(chanceOf(paper([0], ['item-0']), paper([0], ['item-1']), keys, counts, grade, MODEL)).toBeNull()
  })
})

describe('CA-11: what speaks for a person', () => {
  const own: Circumstances = {
    startedAt: 0,
    submittedAt: 600_000,
    unitId: 'u',
    network: '10.0.0.0/24',
    networkPeople: 3,
    departures: null,
    extraPercent: 0,
  }
  const kinds = (...args: Parameters<typeof inFavour>) => inFavour(...args).map(({ kind }) => kind)

  it('a network of many is a computer room or a carrier; one of few is said nothing about', () => {
    expect(kinds({ ...own, networkPeople: CROWD }, null, 1)).toEqual(['crowded-network'])
    expect(kinds({ ...own, networkPeople: CROWD - 1 }, null, 1)).toEqual([])
  })

  it('staying on the page counts only where leaving would have been noted', () => {
    expect(kinds({ ...own, departures: 0 }, null, 1)).toEqual(['stayed-on-page'])
    expect(kinds({ ...own, departures: 2 }, null, 1)).toEqual([])
  })

  it('tells right from wrong agreement, common mistakes, few items, and papers at other times', () => {
    const places = sideBySide(
      paper([0, 0, 0, 1], items.slice(0, 4)),
      paper([0, 0, 0, 1], items.slice(0, 4)),
      keys,
      counts,
      grade,
    )
    const other = { ...own, unitId: 'v', startedAt: 1_200_000, submittedAt: 1_300_000 }
    expect(inFavour(own, { other, places, chance: null }, 0)).toEqual([
      { kind: 'few-shared', n: 4, of: 4 },
      { kind: 'mostly-right', n: 3, of: 4 },
      { kind: 'common-mistakes', n: 1, of: 1 },
      { kind: 'apart-in-time', n: 10, of: null },
      { kind: 'first-case', n: 0, of: null },
    ])
  })
})
