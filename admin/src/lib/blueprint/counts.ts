import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'

export type CellKey = `${Topic}/${CognitiveLevel}`
/** How many items a blueprint asks for, by cell. */
export type Counts = Partial<Record<CellKey, number>>
/** How many items of a cell may be drawn. */
export interface UsableCell {
  topic: Topic
  level: CognitiveLevel
  usableCount: number
}

export const MOST_PER_CELL = 100

export const cellKey = (topic: Topic, level: CognitiveLevel): CellKey => `${topic}/${level}`
export const allCells = TOPICS.flatMap((topic) => COGNITIVE_LEVELS.map((level) => ({ topic, level })))

export const countsOf = (blueprint: readonly { topic: Topic; level: CognitiveLevel; count: number }[]): Counts =>
  Object.fromEntries(blueprint.map((cell) => [cellKey(cell.topic, cell.level), cell.count]))

export const blueprintOf = (counts: Counts) =>
  allCells
    .map((cell) => ({ ...cell, count: counts[cellKey(cell.topic, cell.level)] ?? 0 }))
    .filter((cell) => cell.count > 0)

export const totalOf = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0)
