import type { BlueprintCell } from './blueprint.js'
import { normaliseBlueprint } from './blueprint.js'
import { fitsCell } from './blueprint-matching.js'
import { type DayPart, drawForm, type PoolItem } from './draw-form.js'

/** Papers that are drawn for each step of the settling, of each day pool; the same ones every time. */
const PAPERS = 400
/** Steps after which shares stand, whether or not they still move. */
const STEPS_MAX = 12
/** How many standard deviations of chance over the cap a simulated share may lie and still be taken as within it. */
const CHANCE = 3

/** A cell of the blueprint that would need so many items on its leanest day to keep the cap. */
export interface CappedCell extends Required<BlueprintCell> {
  availableCount: number
  neededCount: number
}

/**
 * EX-1: the cells that no way of drawing can keep within the cap: `count` items of n stand on count / n of the papers on average, so
 * n ≥ count / cap is needed; cells of the same topic and level share what they have. Exclusion sets give one item each.
 * @param pools the pool of each day
 */
export function cellsOverCap(
  blueprint: readonly BlueprintCell[],
  pools: readonly (readonly PoolItem[])[],
  maxShare: number,
): CappedCell[] {
  const cells = normaliseBlueprint(blueprint)
  return cells.flatMap((cell) => {
    const count = cells
      .filter(
        (other) => other.topic === cell.topic && other.level === cell.level && (!cell.type || other.type === cell.type),
      )
      .reduce((sum, other) => sum + other.count, 0)
    const available = pools.map(
      (pool) =>
        new Set(
          pool
            .filter((item) => fitsCell(cell, item))
            .map((item) => (item.exclusionSet === '' ? item.itemVersionId : `set ${item.exclusionSet}`)),
        ).size,
    )
    const availableCount = Math.min(...available)
    const neededCount = Math.ceil(count / maxShare - 1e-9)
    return availableCount >= neededCount ? [] : [{ ...cell, availableCount, neededCount }]
  })
}

/**
 * EX-1: settles with which chance a paper may take each item, so that none stands on more than the cap of the papers of its day. Papers
 * are simulated; an item over the cap gets its share times cap / simulated, one below it that was held back gets more again (the
 * iteration of Sympson and Hetter 1985), until no simulated share is over the cap by more than chance makes it. Where every item of a
 * cell is equally likely anyway, everything stays 1. Stops after each paper, so that whoever has other work may do it in between.
 * @param secret the round's, by which days are dealt; the simulated papers are none of the round's
 * @param tolerance DR-6
 * @returns the pool with its shares, and the share of the papers of its day on which the most frequent item stands, simulated
 * @throws RangeError when a day pool cannot fill the blueprint
 */
export function* settleShares(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  tolerance: number | null,
  dayPools: number,
  maxShare: number,
): Generator<void, { pool: PoolItem[]; most: number; isKept: boolean }> {
  const plain = pool.map(({ admitShare: _, ...item }) => item)
  const slack = CHANCE * Math.sqrt((maxShare * (1 - maxShare)) / PAPERS)
  const shares = new Map<string, number>()
  for (let step = 0; ; step++) {
    const settled = plain.map((item) => {
      const admitShare = shares.get(item.itemVersionId)
      return admitShare === undefined ? item : { ...item, admitShare }
    })
    let most = 0
    for (let at = 0; at < dayPools; at++) {
      const shown = yield* simulated(secret, blueprint, settled, tolerance, { of: dayPools, at })
      for (const [id, count] of shown) {
        const rate = count / PAPERS
        most = Math.max(most, rate)
        const before = shares.get(id)
        if (rate > maxShare + slack || before !== undefined)
          shares.set(id, Math.min(1, Math.max(0.01, ((before ?? 1) * maxShare) / rate)))
      }
    }
    const isKept = most <= maxShare + slack
    if (isKept || step === STEPS_MAX) return { pool: settled, most, isKept }
  }
}

/** On how many simulated papers of a day each item stands. */
function* simulated(
  secret: Buffer,
  blueprint: readonly BlueprintCell[],
  pool: readonly PoolItem[],
  tolerance: number | null,
  part: DayPart,
): Generator<void, Map<string, number>> {
  const shown = new Map<string, number>()
  // The ids are no attempts of anybody; the days are dealt by the round's own secret.
  for (let number = 0; number < PAPERS; number++) {
    for (const { itemVersionId } of drawForm(
      secret,
      `settling ${part.at} ${number}`,
      blueprint,
      pool,
      undefined,
      tolerance,
      part,
    ))
      shown.set(itemVersionId, (shown.get(itemVersionId) ?? 0) + 1)
    yield
  }
  return shown
}
