import { createHmac } from 'node:crypto'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { startOfVietnamDay } from '../../../kernel/vietnam-time.js'
import type { BlueprintCell } from './blueprint.js'
import { fitsCell } from './blueprint-matching.js'
import type { Choosable } from './draw-form-choice.js'

const DAY_MS = 86_400_000

/**
 * EX-2: which day pool an attempt draws from: days in Viet Nam since the day on which the round opens, taking turns. Neither a longer
 * window nor a pause changes what belongs to a day.
 * @param startedAt, opensAt ms since 1970; @param dayPools at least 1
 * @returns 0 to dayPools − 1
 */
export function poolPartAt(startedAt: number, opensAt: number, dayPools: number): number {
  const days = Math.round((startOfVietnamDay(startedAt) - startOfVietnamDay(opensAt)) / DAY_MS)
  return ((days % dayPools) + dayPools) % dayPools
}

/**
 * EX-2: deals a pool out to days. Items of one exclusion set (variants among them) go together, so that what is met on one day gives
 * away nothing of another. What serves the same cells lies together, within that in the order of HMAC-SHA256(secret, "day" NUL name),
 * the name being the item's or "set" NUL the set's; then cards are dealt in turn. So of what serves the same cells no day has two more
 * than another, nor of any topic and level; where nothing excludes each other every day can feed the blueprint whenever any deal can.
 * Items that serve no cell are left out.
 * @returns the pools by day, in order of item version id; the order of `pool` plays no part
 */
export function dealDays<T extends Choosable>(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly T[],
  dayPools: number,
): T[][] {
  const cards = new Map<string, T[]>()
  for (const item of pool) {
    if (!blueprint.some((cell) => cell.count > 0 && fitsCell(cell, item))) continue
    const name = item.exclusionSet === '' ? item.itemVersionId : `set\0${item.exclusionSet}`
    const card = cards.get(name)
    if (card) card.push(item)
    else cards.set(name, [item])
  }
  const kindOf = (items: readonly T[]) =>
    [...new Set(items.map(({ topic, level, type }) => `${topic} ${level} ${type}`))].sort(byCodeUnits).join(', ')
  const ordered = [...cards].map(([name, items]) => ({
    items,
    kind: kindOf(items),
    // Byte order of equally long hex texts is the order of the hashes.
    rank: createHmac('sha256', secret).update(`day\0${name}`).digest('hex'),
  }))
  ordered.sort((a, b) => byCodeUnits(a.kind, b.kind) || byCodeUnits(a.rank, b.rank))
  const days = Array.from({ length: dayPools }, (): T[] => [])
  for (const [index, { items }] of ordered.entries()) (days[index % dayPools] as T[]).push(...items)
  return days.map((items) => items.sort((a, b) => byCodeUnits(a.itemVersionId, b.itemVersionId)))
}
