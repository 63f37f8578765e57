import { COGNITIVE_LEVELS, type CognitiveLevel, type ItemType, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'

export interface BlueprintCell {
  topic: Topic
  level: CognitiveLevel
  /** null or absent: items of any type. */
  type?: ItemType | null
  count: number
  /** What each item of the cell is worth; 1 where absent. */
  points?: number
}

export interface CellCheck extends Required<BlueprintCell> {
  usableCount: number
  missingCount: number
}

export interface BlueprintCheck {
  isFeasible: boolean
  itemCount: number
  missingCount: number
  cells: CellCheck[]
  usable: { topic: Topic; level: CognitiveLevel; usableCount: number }[]
}

/**
 * BP-1: cells of the same topic, level, type and points are one; cells that ask for nothing are dropped; topics and levels in their own
 * order, then by type and points.
 */
export function normaliseBlueprint(cells: readonly BlueprintCell[]): Required<BlueprintCell>[] {
  const byName = new Map<string, Required<BlueprintCell>>()
  for (const { topic, level, type = null, count, points = 1 } of cells) {
    const name = `${topic} ${level} ${type ?? ''} ${points}`
    const known = byName.get(name)
    byName.set(name, { topic, level, type, points, count: count + (known?.count ?? 0) })
  }
  const placeOf = (cell: Required<BlueprintCell>) =>
    TOPICS.indexOf(cell.topic) * COGNITIVE_LEVELS.length + COGNITIVE_LEVELS.indexOf(cell.level)
  return [...byName.values()]
    .filter((cell) => cell.count > 0)
    .sort((a, b) => placeOf(a) - placeOf(b) || byCodeUnits(a.type ?? '', b.type ?? '') || a.points - b.points)
}

/**
 * BP-2: a blueprint can be fed if every cell gets its items, of which no two exclude each other: a set of items that exclude each other
 * gives one item to one cell. What is missing in a cell is counted on the fullest paper there is (largest matching of places and items).
 */
export function checkBlueprint(
  blueprint: readonly BlueprintCell[],
  usableItems: readonly { topic: Topic; level: CognitiveLevel; exclusionSet?: string }[],
): BlueprintCheck {
  const missingBy = missingOf(normaliseBlueprint(blueprint), usableItems)
  const usableBy = new Map<string, number>()
  for (const { topic, level } of usableItems)
    usableBy.set(`${topic} ${level}`, (usableBy.get(`${topic} ${level}`) ?? 0) + 1)
  const cells = normaliseBlueprint(blueprint).map((cell) => {
    const id = `${cell.topic} ${cell.level}`
    return { ...cell, usableCount: usableBy.get(id) ?? 0, missingCount: missingBy.get(id) ?? 0 }
  })
  const sum = (pick: (cell: CellCheck) => number) => cells.reduce((total, cell) => total + pick(cell), 0)
  const itemCount = sum((cell) => cell.count)
  const missingCount = sum((cell) => cell.missingCount)
  return {
    isFeasible: itemCount > 0 && missingCount === 0,
    itemCount,
    missingCount,
    cells,
    usable: TOPICS.flatMap((topic) =>
      COGNITIVE_LEVELS.map((level) => ({ topic, level, usableCount: usableBy.get(`${topic} ${level}`) ?? 0 })),
    ),
  }
}

/** How many places of each cell stay empty on the fullest paper. */
function missingOf(
  cells: readonly BlueprintCell[],
  items: readonly { topic: Topic; level: CognitiveLevel; exclusionSet?: string }[],
): Map<string, number> {
  const freeBy = new Map<string, number>()
  const setsBy = new Map<string, Set<string>>()
  for (const { topic, level, exclusionSet } of items) {
    const id = `${topic} ${level}`
    if (!exclusionSet) freeBy.set(id, (freeBy.get(id) ?? 0) + 1)
    else setsBy.set(id, (setsBy.get(id) ?? new Set()).add(exclusionSet))
  }
  // Places that items without a set fill need no matching; for the rest, sets go to one cell each (Kuhn's augmenting paths).
  const holderOf = new Map<string, string>()
  const place = (id: string, tried: Set<string>): boolean => {
    for (const set of setsBy.get(id) ?? []) {
      if (tried.has(set)) continue
      tried.add(set)
      const holder = holderOf.get(set)
      if (holder === undefined || place(holder, tried)) {
        holderOf.set(set, id)
        return true
      }
    }
    return false
  }
  return new Map(
    cells.map(({ topic, level, count }) => {
      const id = `${topic} ${level}`
      let missing = Math.max(0, count - (freeBy.get(id) ?? 0))
      while (missing > 0 && place(id, new Set())) missing--
      return [id, missing]
    }),
  )
}
