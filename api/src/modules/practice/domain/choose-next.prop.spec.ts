import { createHash } from 'node:crypto'
import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type Candidate, chooseNext, type Recall } from './choose-next.js'

const NOW = 1_790_000_000_000
const randomOf = (seed: number) => new DeterministicRandom(createHash('sha256').update(String(seed)).digest())

const candidate = fc.record<Candidate>({
  itemId: fc.uuid(),
  topic: fc.constantFrom(...TOPICS.slice(0, 3)),
  level: fc.constantFrom(...COGNITIVE_LEVELS),
  bankId: fc.constantFrom('a', 'b'),
  variantGroup: fc.constantFrom('', '', '', 'v1', 'v2'),
})

interface Situation {
  candidates: Candidate[]
  recalls: Recall[]
  lastItemId: string | null
  seed: number
}

/** Items of which some were answered, one of these last; and recalls of items that cannot be practised any more. */
const situation: fc.Arbitrary<Situation> = fc
  .uniqueArray(candidate, { selector: ({ itemId }) => itemId, minLength: 0, maxLength: 25 })
  .chain((candidates) =>
    fc.record({
      candidates: fc.constant(candidates),
      recalls: fc
        .tuple(
          fc.subarray(candidates.map(({ itemId }) => itemId)),
          fc.array(fc.uuid(), { maxLength: 3 }),
          fc.infiniteStream(
            fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom('learning', 'review', 'relearning')),
          ),
        )
        .map(([known, gone, stream]) =>
          [...known, ...gone].map((itemId) => {
            const [offset, state] = stream.next().value as [number, Recall['memory']['state']]
            return { itemId, dueAt: NOW + offset, memory: { state } }
          }),
        ),
      lastItemId: fc.constant<string | null>(null),
      seed: fc.nat(),
    }),
  )
  .chain((made) =>
    fc.constantFrom(null, ...made.recalls.map(({ itemId }) => itemId)).map((lastItemId) => ({ ...made, lastItemId })),
  )

const choose = (made: Situation, mode: 'due' | 'any' = 'any') =>
  chooseNext(randomOf(made.seed), made.candidates, made.recalls, { lastItemId: made.lastItemId, mode, now: NOW })

const isDue = (made: Situation, itemId: string) =>
  made.recalls.some((recall) => recall.itemId === itemId && recall.dueAt <= NOW)
const isSeen = (made: Situation, itemId: string) => made.recalls.some((recall) => recall.itemId === itemId)

describe('PR-5: what to practise next', () => {
  it('is one of the items that may be practised: due, or never answered; nothing only when there is neither', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom<'due' | 'any'>('due', 'any'), (made, mode) => {
        const choice = choose(made, mode)
        const eligible = made.candidates.filter(
          ({ itemId }) => isDue(made, itemId) || (mode === 'any' && !isSeen(made, itemId)),
        )
        if (!choice) {
          expect(eligible).toEqual([])
          return
        }
        expect(eligible).toContain(choice.candidate)
        expect(choice.isRepeat).toBe(isSeen(made, choice.candidate.itemId))
      }),
    )
  })

  it('is never what was answered last while anything else is there', () => {
    fc.assert(
      fc.property(situation, (made) => {
        const choice = choose(made)
        const others = made.candidates.filter(
          ({ itemId }) => itemId !== made.lastItemId && (isDue(made, itemId) || !isSeen(made, itemId)),
        )
        if (others.length > 0) expect(choice?.candidate.itemId).not.toBe(made.lastItemId)
      }),
    )
  })

  it('is no variant of what was answered last while something of another question is there', () => {
    fc.assert(
      fc.property(situation, (made) => {
        const choice = choose(made)
        const last = made.candidates.find(({ itemId }) => itemId === made.lastItemId)
        if (!last || !choice || last.variantGroup === '') return
        const isVariant = (other: Candidate) => other.bankId === last.bankId && other.variantGroup === last.variantGroup
        const others = made.candidates.filter(
          (other) => !isVariant(other) && (isDue(made, other.itemId) || !isSeen(made, other.itemId)),
        )
        if (others.length > 0) expect(isVariant(choice.candidate)).toBe(false)
      }),
    )
  })

  it('is a mistake before a repetition, the longest waiting first, and a repetition before anything new', () => {
    fc.assert(
      fc.property(situation, (made) => {
        const free = { ...made, lastItemId: null }
        const choice = choose(free)
        const due = made.recalls.filter(
          (recall) => recall.dueAt <= NOW && made.candidates.some(({ itemId }) => itemId === recall.itemId),
        )
        if (due.length === 0) {
          if (choice) expect(choice.isRepeat).toBe(false)
          return
        }
        const mistakes = due.filter((recall) => recall.memory.state !== 'review')
        const first = Math.min(...(mistakes.length > 0 ? mistakes : due).map(({ dueAt }) => dueAt))
        const chosen = due.find(({ itemId }) => itemId === choice?.candidate.itemId)
        expect(chosen?.dueAt).toBe(first)
        if (mistakes.length > 0) expect(mistakes).toContain(chosen)
      }),
    )
  })

  it('of what is new, takes the topic and then the level of which the fewest were answered, the easier first', () => {
    fc.assert(
      fc.property(situation, (made) => {
        const nothingDue = {
          ...made,
          lastItemId: null,
          recalls: made.recalls.map((one) => ({ ...one, dueAt: NOW + 1 })),
        }
        const choice = choose(nothingDue)
        if (!choice) return
        const seen = made.candidates.filter(({ itemId }) => isSeen(made, itemId))
        const unseen = made.candidates.filter(({ itemId }) => !isSeen(made, itemId))
        const { topic, level } = choice.candidate
        const inTopic = (name: string) => seen.filter((other) => other.topic === name).length
        for (const other of unseen) expect(inTopic(topic)).toBeLessThanOrEqual(inTopic(other.topic))
        const at = (name: string) => seen.filter((other) => other.topic === topic && other.level === name).length
        for (const other of unseen.filter((one) => one.topic === topic)) {
          expect(at(level)).toBeLessThanOrEqual(at(other.level))
          if (at(level) === at(other.level))
            expect(COGNITIVE_LEVELS.indexOf(level)).toBeLessThanOrEqual(COGNITIVE_LEVELS.indexOf(other.level))
        }
      }),
    )
  })

  it('does not hang on the order of the lists', () => {
    fc.assert(
      fc.property(situation, (made) => {
        const turned = { ...made, candidates: made.candidates.toReversed(), recalls: made.recalls.toReversed() }
        expect(choose(turned)).toEqual(choose(made))
      }),
    )
  })

  it('reaches every new item of a cell by chance', () => {
    const candidates = Array.from({ length: 6 }, (_, n) => ({
      itemId: `item-${n}`,
      topic: TOPICS[0],
      level: COGNITIVE_LEVELS[0],
      bankId: 'a',
      variantGroup: '',
    }))
    const chosen = Array.from({ length: 200 }, (_, seed) => choose({ candidates, recalls: [], lastItemId: null, seed }))
    expect(new Set(chosen.map((choice) => choice?.candidate.itemId)).size).toBe(6)
  })

  it('walking through a topic, meets every item once and the levels in turn', () => {
    const candidates = Array.from({ length: 12 }, (_, n) => ({
      itemId: `item-${n}`,
      topic: TOPICS[0],
      level: COGNITIVE_LEVELS[n % 4] as (typeof COGNITIVE_LEVELS)[number],
      bankId: 'a',
      variantGroup: '',
    }))
    const recalls: Recall[] = []
    const levels: string[] = []
    for (let seed = 0; seed < 12; seed++) {
      const choice = choose({ candidates, recalls, lastItemId: recalls.at(-1)?.itemId ?? null, seed })
      levels.push(choice?.candidate.level as string)
      recalls.push({ itemId: choice?.candidate.itemId as string, dueAt: NOW + 1, memory: { state: 'review' } })
    }
    expect(levels).toEqual([...COGNITIVE_LEVELS, ...COGNITIVE_LEVELS, ...COGNITIVE_LEVELS])
    expect(new Set(recalls.map(({ itemId }) => itemId)).size).toBe(12)
    expect(choose({ candidates, recalls, lastItemId: null, seed: 1 })).toBeNull()
  })
})
