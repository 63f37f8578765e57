import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'

export interface BlueprintCell {
  topic: Topic
  level: CognitiveLevel
  count: number
}

export interface CellCheck extends BlueprintCell {
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

/** BP-1: cells of the same topic and level are one; cells that ask for nothing are dropped; topics and levels in their own order. */
export function normaliseBlueprint(cells: readonly BlueprintCell[]): BlueprintCell[] {
  const counts = new Map<string, number>()
  for (const { topic, level, count } of cells)
    counts.set(`${topic} ${level}`, (counts.get(`${topic} ${level}`) ?? 0) + count)
  return TOPICS.flatMap((topic) =>
    COGNITIVE_LEVELS.map((level) => ({ topic, level, count: counts.get(`${topic} ${level}`) ?? 0 })),
  ).filter((cell) => cell.count > 0)
}

/** BP-2: a blueprint can be fed if every cell asks for no more than the usable items of its topic and level. */
export function checkBlueprint(
  blueprint: readonly BlueprintCell[],
  usableItems: readonly { topic: Topic; level: CognitiveLevel }[],
): BlueprintCheck {
  const usableBy = new Map<string, number>()
  for (const { topic, level } of usableItems)
    usableBy.set(`${topic} ${level}`, (usableBy.get(`${topic} ${level}`) ?? 0) + 1)
  const cells = normaliseBlueprint(blueprint).map((cell) => {
    const usableCount = usableBy.get(`${cell.topic} ${cell.level}`) ?? 0
    return { ...cell, usableCount, missingCount: Math.max(0, cell.count - usableCount) }
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
