import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { indices } from './place-orders.js'

/**
 * PP-4: where the key of each item stands in each code: in every code each place holds the key of as many items as any other (±1), and in
 * any `placeCount` codes following each other, counted from the first, each item's key is at every place once.
 * @returns place by item, then by code
 */
export function keyPlaces(
  random: DeterministicRandom,
  itemCount: number,
  placeCount: number,
  codeCount: number,
): number[][] {
  const labels = random.shuffled(indices(itemCount))
  const shifts: number[] = []
  while (shifts.length < codeCount) shifts.push(...random.shuffled(indices(placeCount)))
  return labels.map((label) => shifts.slice(0, codeCount).map((shift) => (label + shift) % placeCount))
}

export interface OrderRules {
  /** The part whose place is given by `anchorPlaces`, code by code. */
  anchor?: number
  anchorPlaces?: readonly number[]
  /** An order that no code shows: the right one of an ordering. */
  forbidden?: readonly number[]
}

/**
 * PP-4: orders of one item's parts, code by code. An order comes again only when every order that the rules allow has been shown as often.
 * @param size of parts that change places; 1 to 16
 */
export function partOrders(
  random: DeterministicRandom,
  size: number,
  codeCount: number,
  { anchor, anchorPlaces, forbidden }: OrderRules = {},
): number[][] {
  const isForbidden = (order: readonly number[]) =>
    forbidden !== undefined && size > 1 && order.every((part, place) => part === forbidden[place])
  const shown = new Map<string, number>()
  const seenAt = new Map<number, number>()
  return indices(codeCount).map((code) => {
    const place = anchor === undefined ? undefined : anchorPlaces?.[code]
    const others = indices(size).filter((part) => place === undefined || part !== anchor)
    // How many orders there are for this place of the anchor, and how many codes had it before.
    const orderCount = factorial(others.length) - (forbidden && size > 1 ? 1 : 0)
    const before = seenAt.get(place ?? -1) ?? 0
    seenAt.set(place ?? -1, before + 1)
    const usesMax = Math.floor(before / orderCount)
    for (;;) {
      const order = random.shuffled(others)
      if (place !== undefined) order.splice(place, 0, anchor as number)
      const name = order.join(' ')
      const uses = shown.get(name) ?? 0
      if (isForbidden(order) || uses > usesMax) continue
      shown.set(name, uses + 1)
      return order
    }
  })
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1)
}
