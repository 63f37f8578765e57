import { COGNITIVE_LEVELS, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import type { Choosable } from './draw-form-choice.js'
import type { PoolItem } from './draw-form.js'

const topic = fc.constantFrom(...TOPICS.slice(0, 2))
const level = fc.constantFrom(...COGNITIVE_LEVELS.slice(0, 2))
const type = fc.constantFrom(...ITEM_TYPES.slice(0, 3))

const item = (sets: readonly string[]) =>
  fc.record({
    itemVersionId: fc.uuid(),
    topic,
    level,
    type,
    optionCount: fc.integer({ min: 2, max: 5 }),
    choiceCount: fc.constant(0),
    exclusionSet: fc.constantFrom(...sets),
    expectedShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  })

/** Small pools, so that everything can be tried. */
export const smallPool = (sets: readonly string[] = ['']): fc.Arbitrary<PoolItem[]> =>
  fc.uniqueArray(item(sets), { selector: ({ itemVersionId }) => itemVersionId, minLength: 1, maxLength: 12 })

/** Cells that overlap: of a type and of any, of different points. */
export const smallBlueprint = fc.array(
  fc.record({
    topic,
    level,
    type: fc.option(type, { nil: null, freq: 2 }),
    count: fc.integer({ min: 0, max: 3 }),
    points: fc.constantFrom(1, 2, 0.5),
  }),
  { minLength: 1, maxLength: 4 },
)

interface Asked {
  topic: string
  level: string
  type: string | null
  count: number
  points: number
}

/** Every paper there is, as the items by place, by trying everything; for small pools. */
export function* everyPaper<T extends Choosable>(cells: readonly Asked[], pool: readonly T[]): Generator<T[]> {
  const places = cells.flatMap((cell) => Array.from({ length: cell.count }, () => cell))
  const chosen: T[] = []
  function* fill(at: number): Generator<T[]> {
    const cell = places[at]
    if (!cell) {
      yield [...chosen]
      return
    }
    for (const item of pool) {
      if (item.topic !== cell.topic || item.level !== cell.level) continue
      if (cell.type !== null && cell.type !== item.type) continue
      const clashes = (other: T) =>
        other === item || (item.exclusionSet !== '' && other.exclusionSet === item.exclusionSet)
      if (chosen.some(clashes)) continue
      chosen.push(item)
      yield* fill(at + 1)
      chosen.pop()
    }
  }
  yield* fill(0)
}

/** Items of one kind, as many as are asked for. @param more what is other of the item with that number */
export const plainPool = (count: number, more: (index: number) => Partial<PoolItem> = () => ({})): PoolItem[] =>
  Array.from({ length: count }, (_, index) => ({
    itemVersionId: `v${String(index).padStart(3, '0')}`,
    topic: 'concepts',
    level: 'recall',
    type: 'single-choice',
    optionCount: 4,
    choiceCount: 0,
    exclusionSet: '',
    ...more(index),
  }))
