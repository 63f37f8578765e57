import type { ApiOutput } from '@thiso/contracts'
import { type CognitiveLevel, ITEM_TYPES, type ItemType, type Topic } from '@thiso/contracts/vocab'

export type MatrixCell = ApiOutput<'bankMatrix'>['cells'][number]

export interface MatrixAddress {
  /** None: all banks. */
  bankIds: string[]
  type: ItemType | ''
  /** ISO days; '' is today, and for the last day the first one. */
  firstDay: string
  lastDay: string
  /** How many usable items each cell shall have; 0 asks for none. */
  target: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST_TARGET = 999

/** What an address asks for; what the API would refuse is left out. */
export function matrixAddress(params: URLSearchParams): MatrixAddress {
  const day = (name: string) => {
    const value = params.get(name) ?? ''
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
  }
  const target = Math.trunc(Number(params.get('can')))
  return {
    bankIds: (params.get('ngan-hang') ?? '').split(',').filter((id) => UUID.test(id)),
    type: ITEM_TYPES.find((type) => type === params.get('loai')) ?? '',
    firstDay: day('tu'),
    lastDay: day('den'),
    target: target > 0 ? Math.min(target, MOST_TARGET) : 0,
  }
}

export function matrixParams({ bankIds, type, firstDay, lastDay, target }: MatrixAddress): URLSearchParams {
  const given: Record<string, string> = {
    'ngan-hang': bankIds.join(','),
    loai: type,
    tu: firstDay,
    den: lastDay,
    can: target > 0 ? String(target) : '',
  }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
}

export interface Missing {
  topic: Topic
  level: CognitiveLevel
  count: number
}

/** The cells that have fewer usable items than wanted, with how many they lack; in the order of the matrix. */
export function missingOf(cells: readonly MatrixCell[], target: number): Missing[] {
  return cells
    .filter((cell) => cell.usableCount < target)
    .map(({ topic, level, usableCount }) => ({ topic, level, count: target - usableCount }))
}

export interface Totals {
  usable: number
  inReview: number
  draft: number
  excluded: number
}

export function totalsOf(cells: readonly MatrixCell[]): Totals {
  const sum = (count: (cell: MatrixCell) => number) => cells.reduce((total, cell) => total + count(cell), 0)
  return {
    usable: sum((cell) => cell.usableCount),
    inReview: sum((cell) => cell.inReviewCount),
    draft: sum((cell) => cell.draftCount),
    excluded: sum((cell) => cell.excluded.reduce((total, { count }) => total + count, 0)),
  }
}
