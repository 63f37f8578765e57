import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'

export interface Cell<T> {
  count: number
  items: readonly T[]
}

/**
 * DR-5: items for every cell, no item twice and no two of one exclusion set on the paper. Every cell's items are walked in random order;
 * when a set is taken already, whoever took it is moved to another item if that helps (augmenting paths, H. W. Kuhn 1955), so a paper is
 * found whenever there is one. Every item that stands on some paper can be drawn, but not every paper is equally likely.
 * @param met items that give way to others: places are filled without them first, and what stays empty then with them
 * @returns the items by cell
 * @throws RangeError when no such paper exists
 */
export function chooseApart<T extends { itemVersionId: string; exclusionSet: string }>(
  random: DeterministicRandom,
  cells: readonly Cell<T>[],
  met?: ReadonlySet<string>,
): T[][] {
  const candidates = cells.map((cell) => unseenFirst(random.shuffled(cell.items), met))
  const slots = cells.flatMap((cell, index) => Array.from({ length: cell.count }, () => index))
  // What a slot takes: a whole exclusion set, or an item that excludes nothing.
  const supplyOf = (item: T) => (item.exclusionSet === '' ? `item ${item.itemVersionId}` : `set ${item.exclusionSet}`)
  const slotOf = new Map<string, number>()
  const chosen = new Array<T | undefined>(slots.length)

  const place = (slot: number, tried: Set<string>, isAllowed?: (item: T) => boolean): boolean => {
    for (const item of candidates[slots[slot] as number] as T[]) {
      const supply = supplyOf(item)
      if (tried.has(supply) || isAllowed?.(item) === false) continue
      tried.add(supply)
      const holder = slotOf.get(supply)
      if (holder === undefined || place(holder, tried, isAllowed)) {
        slotOf.set(supply, slot)
        chosen[slot] = item
        return true
      }
    }
    return false
  }

  if (met)
    for (let slot = 0; slot < slots.length; slot++) place(slot, new Set(), (item) => !met.has(item.itemVersionId))
  for (let slot = 0; slot < slots.length; slot++)
    if (!chosen[slot] && !place(slot, new Set())) throw new RangeError('no paper without items that exclude each other')
  return cells.map((_, index) => chosen.filter((item, slot): item is T => item !== undefined && slots[slot] === index))
}

/** The same order, with what was met behind everything else. */
function unseenFirst<T extends { itemVersionId: string }>(items: T[], met: ReadonlySet<string> | undefined): T[] {
  if (!met) return items
  return [
    ...items.filter(({ itemVersionId }) => !met.has(itemVersionId)),
    ...items.filter(({ itemVersionId }) => met.has(itemVersionId)),
  ]
}

/**
 * DR-5: exclusion and variant groups of a pool as sets: items that share a group, or are linked through others that do, are one set.
 * @returns the set of each item, '' where it excludes nothing; named after the set's first group
 */
export function exclusionSets(
  items: readonly { bankId: string; exclusionGroup: string; variantGroup: string }[],
): string[] {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    const up = parent.get(name) ?? name
    if (up === name) return name
    const root = rootOf(up)
    parent.set(name, root)
    return root
  }
  const groupsOf = (item: (typeof items)[number]) => [
    ...(item.exclusionGroup === '' ? [] : [`${item.bankId} x ${item.exclusionGroup}`]),
    ...(item.variantGroup === '' ? [] : [`${item.bankId} v ${item.variantGroup}`]),
  ]
  for (const item of items) {
    const [first, second] = groupsOf(item)
    if (first && second) parent.set(rootOf(second), rootOf(first))
  }
  return items.map((item) => {
    const [first] = groupsOf(item)
    return first ? rootOf(first) : ''
  })
}

/** EX-3: of these items, those that are named, and those of a variant group with one of them. */
export function withVariants<T extends { itemId: string; bankId: string; variantGroup: string }>(
  items: readonly T[],
  itemIds: ReadonlySet<string>,
): T[] {
  const groupOf = ({ bankId, variantGroup }: T) => (variantGroup === '' ? '' : `${bankId} ${variantGroup}`)
  const groups = new Set(items.filter(({ itemId }) => itemIds.has(itemId)).map(groupOf))
  return items.filter((item) => itemIds.has(item.itemId) || (item.variantGroup !== '' && groups.has(groupOf(item))))
}
