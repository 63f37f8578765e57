import {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  ITEM_TYPES,
  type ItemType,
  TOPICS,
  type Topic,
} from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { fitsCell, missingPlaces, type Offered } from './blueprint-matching.js'

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
  /** `types`: how many of them are of each type; types of which there is none are left out. */
  usable: {
    topic: Topic
    level: CognitiveLevel
    usableCount: number
    types: { type: ItemType; usableCount: number }[]
  }[]
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
 * BP-2: a blueprint can be fed if every cell gets its items, no item twice, of which no two exclude each other: a set of items that
 * exclude each other gives one item to one cell. What is missing in a cell is counted on the fullest paper there is.
 */
export function checkBlueprint(blueprint: readonly BlueprintCell[], usableItems: readonly Offered[]): BlueprintCheck {
  const asked = normaliseBlueprint(blueprint)
  const missing = missingPlaces(asked, usableItems)
  const cells = asked.map((cell, index) => ({
    ...cell,
    usableCount: usableItems.filter((item) => fitsCell(cell, item)).length,
    missingCount: missing[index] as number,
  }))
  const sum = (pick: (cell: CellCheck) => number) => cells.reduce((total, cell) => total + pick(cell), 0)
  const itemCount = sum((cell) => cell.count)
  const missingCount = sum((cell) => cell.missingCount)
  return {
    isFeasible: itemCount > 0 && missingCount === 0,
    itemCount,
    missingCount,
    cells,
    usable: usableByPlace(usableItems),
  }
}

function usableByPlace(items: readonly Offered[]): BlueprintCheck['usable'] {
  const counts = new Map<string, Map<ItemType | undefined, number>>()
  for (const { topic, level, type } of items) {
    const byType = counts.get(`${topic} ${level}`) ?? new Map<ItemType | undefined, number>()
    counts.set(`${topic} ${level}`, byType.set(type, (byType.get(type) ?? 0) + 1))
  }
  return TOPICS.flatMap((topic) =>
    COGNITIVE_LEVELS.map((level) => {
      const byType = counts.get(`${topic} ${level}`)
      return {
        topic,
        level,
        usableCount: [...(byType?.values() ?? [])].reduce((total, count) => total + count, 0),
        types: ITEM_TYPES.flatMap((type) => {
          const usableCount = byType?.get(type) ?? 0
          return usableCount === 0 ? [] : [{ type, usableCount }]
        }),
      }
    }),
  )
}
