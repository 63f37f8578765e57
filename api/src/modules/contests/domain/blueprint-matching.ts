import type { CognitiveLevel, ItemType, Topic } from '@thiso/contracts/vocab'

/** What a place of a paper may ask of an item. */
export interface Wanted {
  topic: Topic
  level: CognitiveLevel
  /** null or absent: any. */
  type?: ItemType | null
}

export interface Offered {
  topic: Topic
  level: CognitiveLevel
  type?: ItemType
  /** Items of one set never stand on one paper; '' or absent: none. */
  exclusionSet?: string
}

export const fitsCell = (cell: Wanted, item: Offered): boolean =>
  item.topic === cell.topic &&
  item.level === cell.level &&
  (cell.type === null || cell.type === undefined || cell.type === item.type)

/** Items that serve the same cells and exclude nothing, or one exclusion set. */
interface Supply {
  capacity: number
  /** By cell: how many of its places it fills. */
  filled: Map<number, number>
  used: number
}

/**
 * BP-2: how many places of each cell stay empty on the fullest paper there is. Cells may overlap: an item of a type also serves a cell
 * of any type, once. A largest matching of places and supplies (augmenting paths, H. W. Kuhn 1955): free items of one kind are one
 * supply with room for all of them, an exclusion set is a supply of one.
 * @returns by cell, in their order; what cannot be had altogether is missing in the later cells
 */
export function missingPlaces(cells: readonly (Wanted & { count: number })[], items: readonly Offered[]): number[] {
  const suppliesOf = suppliesByCell(cells, items)
  const place = (cell: number, tried: Set<Supply>): boolean => {
    for (const supply of suppliesOf[cell] as Supply[]) {
      if (tried.has(supply)) continue
      tried.add(supply)
      if (supply.used < supply.capacity) {
        supply.used++
        supply.filled.set(cell, (supply.filled.get(cell) ?? 0) + 1)
        return true
      }
      for (const [holder, count] of supply.filled) {
        if (holder === cell || count === 0 || !place(holder, tried)) continue
        supply.filled.set(holder, (supply.filled.get(holder) ?? 0) - 1)
        supply.filled.set(cell, (supply.filled.get(cell) ?? 0) + 1)
        return true
      }
    }
    return false
  }
  return cells.map(({ count }, cell) => {
    let missing = count
    while (missing > 0 && place(cell, new Set())) missing--
    return missing
  })
}

function suppliesByCell(cells: readonly Wanted[], items: readonly Offered[]): Supply[][] {
  const free = new Map<string, Supply>()
  const sets = new Map<string, Supply>()
  const reached = cells.map(() => new Set<Supply>())
  for (const item of items) {
    const supply = item.exclusionSet
      ? knownOr(sets, item.exclusionSet, 1)
      : knownOr(free, `${item.topic} ${item.level} ${item.type ?? ''}`, 0)
    if (!item.exclusionSet) supply.capacity++
    for (const [index, cell] of cells.entries()) if (fitsCell(cell, item)) reached[index]?.add(supply)
  }
  // Free items first: they are in nobody's way.
  return reached.map((supplies) => [...supplies].sort((a, b) => b.capacity - a.capacity))
}

function knownOr(supplies: Map<string, Supply>, name: string, capacity: number): Supply {
  const known = supplies.get(name) ?? { capacity, filled: new Map(), used: 0 }
  supplies.set(name, known)
  return known
}
