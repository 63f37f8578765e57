import { COGNITIVE_LEVELS, type CognitiveLevel, type ItemType, type Topic } from '@thiso/contracts/vocab'
import { allCells, cellKey, type Counts, totalOf } from './counts'

export interface Cell {
  topic: Topic
  level: CognitiveLevel
  type: ItemType | null
  count: number
  points: number
}

/** A cell beside the matrix: of a type, or worth something else than its level. */
export interface ExtraCell extends Cell {
  /** Names the row while it is edited. */
  id: number
}

export type LevelPoints = Record<CognitiveLevel, number>

/** A blueprint as it is edited: the usual case is the matrix alone, one point an item. */
export interface Design {
  counts: Counts
  levelPoints: LevelPoints
  extra: ExtraCell[]
}

export const ONE_POINT: LevelPoints = { recall: 1, understand: 1, apply: 1, 'apply-high': 1 }
export const emptyDesign: Design = { counts: {}, levelPoints: ONE_POINT, extra: [] }

/** A level is worth what its first cell of any type is; cells that do not fit the matrix become rows beside it. */
export function designOf(blueprint: readonly Cell[]): Design {
  const ofLevel = (level: CognitiveLevel) => blueprint.find((cell) => cell.level === level && cell.type === null)
  const levelPoints = Object.fromEntries(
    COGNITIVE_LEVELS.map((level) => [level, ofLevel(level)?.points ?? 1]),
  ) as LevelPoints
  const isInMatrix = (cell: Cell) => cell.type === null && cell.points === levelPoints[cell.level]
  return {
    counts: Object.fromEntries(
      blueprint.filter(isInMatrix).map((cell) => [cellKey(cell.topic, cell.level), cell.count]),
    ),
    levelPoints,
    extra: blueprint.filter((cell) => !isInMatrix(cell)).map((cell, id) => ({ ...cell, id })),
  }
}

/** What is sent: cells that ask for nothing are left out. */
export function cellsOf({ counts, levelPoints, extra }: Design): Cell[] {
  const matrix = allCells.map(({ topic, level }) => ({
    topic,
    level,
    type: null,
    count: counts[cellKey(topic, level)] ?? 0,
    points: levelPoints[level],
  }))
  return [...matrix, ...extra.map(({ id: _, ...cell }) => cell)].filter(({ count }) => count > 0)
}

export const itemsOf = ({ counts, extra }: Design): number =>
  totalOf(counts) + extra.reduce((sum, { count }) => sum + count, 0)

export const pointsOf = (design: Design): number =>
  Math.round(cellsOf(design).reduce((sum, { count, points }) => sum + count * points, 0) * 100) / 100

export const nextRow = (design: Design, like: Omit<Cell, 'count' | 'points'>): ExtraCell => ({
  ...like,
  id: Math.max(-1, ...design.extra.map(({ id }) => id)) + 1,
  count: 1,
  points: design.levelPoints[like.level],
})
