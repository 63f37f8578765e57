import { type BlueprintCell, checkBlueprint, normaliseBlueprint } from './blueprint.js'
import { fitsCell } from './blueprint-matching.js'
import { dealDays } from './day-pools.js'
import type { PoolItem } from './draw-form.js'
import { type CappedCell, cellsOverCap } from './exposure-cap.js'
import { atLeast, meanShared, type OverlapCell, overlapAdvice, sharedItems, sightOf } from './paper-overlap.js'

/** EX-2: the cells that some day pool cannot fill, with what its leanest day has and would need. */
export function cellsUnfed(blueprint: readonly BlueprintCell[], pools: readonly (readonly PoolItem[])[]): CappedCell[] {
  const checks = pools.map((pool) => checkBlueprint(blueprint, pool).cells)
  return normaliseBlueprint(blueprint).flatMap((cell, index) => {
    const days = checks.flatMap((cells) => cells[index] ?? [])
    const [worst] = days.sort((a, b) => b.missingCount - a.missingCount)
    if (!worst || worst.missingCount === 0) return []
    return [{ ...cell, availableCount: worst.usableCount, neededCount: worst.usableCount + worst.missingCount }]
  })
}

/**
 * What the limits of a draw ask of a pool that can feed the blueprint as a whole.
 * @param secret by which days are dealt; only with exclusion sets does it matter to what is lacking
 */
export function checkLimits(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  { dayPools, maxShare }: { dayPools: number; maxShare: number | null },
): { dayPools: number; unfed: CappedCell[]; overCap: CappedCell[] } {
  const pools = dealDays(secret, blueprint, pool, dayPools)
  const unfed = cellsUnfed(blueprint, pools)
  return {
    dayPools,
    unfed,
    overCap: unfed.length > 0 || maxShare === null ? [] : cellsOverCap(blueprint, pools, maxShare),
  }
}

/**
 * EX-4: how much two papers of one day share, as the blueprint has it: of each place (topic and level; by type where all its cells name
 * one) so many of what its leanest day has. Exclusion sets, tolerance and cap make it a little more; simulated papers show it.
 * @returns null where a day cannot fill the blueprint
 */
export function overlapOfPapers(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  dayPools: number,
) {
  const pools = dealDays(secret, blueprint, pool, dayPools)
  const cells = normaliseBlueprint(blueprint)
  const places = new Map<string, OverlapCell>()
  for (const cell of cells) {
    const same = cells.filter(({ topic, level }) => topic === cell.topic && level === cell.level)
    const type = same.every((other) => other.type !== null) ? cell.type : null
    const name = `${cell.topic} ${cell.level} ${type}`
    const available = Math.min(
      ...pools.map((items) => items.filter((item) => fitsCell({ ...cell, type }, item)).length),
    )
    places.set(name, { available, count: cell.count + (places.get(name)?.count ?? 0) })
  }
  const overlaps = [...places.values()]
  if (overlaps.length === 0 || overlaps.some(({ count, available }) => count > available)) return null
  const shared = sharedItems(overlaps)
  const itemCount = shared.length - 1
  const mean = meanShared(overlaps)
  const rare = shared.findIndex((_, k) => atLeast(shared, k) <= 0.01)
  return {
    itemCount,
    mean,
    halfOrMore: atLeast(shared, itemCount / 2),
    oneInHundred: rare < 0 ? itemCount : rare,
    advice: overlapAdvice(mean, itemCount),
    sight: sightOf(mean),
  }
}
