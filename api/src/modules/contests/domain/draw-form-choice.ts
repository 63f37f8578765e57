import type { CognitiveLevel, ItemType, Topic } from '@thiso/contracts/vocab'
import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type BlueprintCell, normaliseBlueprint } from './blueprint.js'
import { fitsCell } from './blueprint-matching.js'
import { chooseApart } from './choose-apart.js'

/** What the choice looks at. */
export interface Choosable {
  itemVersionId: string
  topic: Topic
  level: CognitiveLevel
  type: ItemType
  exclusionSet: string
  /** The share of its points that a response is expected to gain; 0.5 where nobody has said. */
  expectedShare?: number
}

export const UNKNOWN_SHARE = 0.5
export const shareOf = (item: { expectedShare?: number }): number => item.expectedShare ?? UNKNOWN_SHARE

export interface ChoiceCell<T> {
  count: number
  points: number
  items: readonly T[]
}

/** A blueprint and a pool made ready: what is the same for every paper of a round. */
export interface Choice<T> {
  /** Cells that ask for a type before those that take any: so each choice is equally likely. */
  cells: readonly ChoiceCell<T>[]
  hasSets: boolean
  /** An item may serve two cells. */
  overlaps: boolean
  /** What a paper drawn without regard to difficulty is expected to bring, in points. */
  meanPoints: number
}

/** Items come in order of their id, so that the same set gives the same papers in whatever order the database returned it. */
export function prepareChoice<T extends Choosable>(blueprint: readonly BlueprintCell[], pool: readonly T[]): Choice<T> {
  const ordered = [...pool].sort((a, b) =>
    a.itemVersionId < b.itemVersionId ? -1 : a.itemVersionId > b.itemVersionId ? 1 : 0,
  )
  const asked = normaliseBlueprint(blueprint)
  const inOrder = [...asked.filter(({ type }) => type !== null), ...asked.filter(({ type }) => type === null)]
  const cells = inOrder.map((cell) => ({ ...cell, items: ordered.filter((item) => fitsCell(cell, item)) }))
  const places = new Set(cells.map(({ topic, level }) => `${topic} ${level}`))
  return {
    cells: cells.map(({ count, points, items }) => ({ count, points, items })),
    hasSets: ordered.some((item) => item.exclusionSet !== ''),
    overlaps: places.size < cells.length,
    meanPoints: meanPointsOf(cells),
  }
}

/**
 * Every cell's count of different items, no item twice, no two that exclude each other. Without exclusion sets all choices that fill the
 * cells are equally likely: cells of a type do not overlap, and a cell of any type takes from what they leave, whose number is always the
 * same. With sets see `chooseApart`.
 * @param met items that are taken only where a cell runs out of others
 * @throws RangeError when the pool cannot fill the cells
 */
export function chooseItems<T extends Choosable>(
  random: DeterministicRandom,
  choice: Choice<T>,
  met?: ReadonlySet<string>,
): T[][] {
  if (choice.hasSets) return chooseApart(random, choice.cells, met)
  const taken = new Set<T>()
  return choice.cells.map(({ count, items }) => {
    const free = choice.overlaps ? items.filter((item) => !taken.has(item)) : items
    const chosen = met ? sampleUnseenFirst(random, free, count, met) : random.sample(free, count)
    if (choice.overlaps) for (const item of chosen) taken.add(item)
    return chosen
  })
}

function sampleUnseenFirst<T extends Choosable>(
  random: DeterministicRandom,
  items: readonly T[],
  count: number,
  met: ReadonlySet<string>,
): T[] {
  const unseen = items.filter(({ itemVersionId }) => !met.has(itemVersionId))
  if (unseen.length >= count) return random.sample(unseen, count)
  const seen = items.filter(({ itemVersionId }) => met.has(itemVersionId))
  return [...unseen, ...random.sample(seen, count - unseen.length)]
}

/** The mean over all choices; exact without exclusion sets, near it with them. */
function meanPointsOf(
  cells: readonly (ChoiceCell<Choosable> & { topic: Topic; level: CognitiveLevel; type: ItemType | null })[],
): number {
  const meanOf = (items: readonly Choosable[]) =>
    items.length === 0 ? 0 : items.reduce((total, item) => total + shareOf(item), 0) / items.length
  return cells.reduce((total, cell) => {
    const { type, count, points, items } = cell
    if (type !== null) return total + points * count * meanOf(items)
    // What the cells of a type leave.
    const typed = cells.filter(
      (other) => other.type !== null && other.topic === cell.topic && other.level === cell.level,
    )
    const left = items.length - typed.reduce((sum, other) => sum + other.count, 0)
    const shares =
      meanOf(items) * items.length - typed.reduce((sum, other) => sum + other.count * meanOf(other.items), 0)
    return left <= 0 ? total : total + (points * count * shares) / left
  }, 0)
}
