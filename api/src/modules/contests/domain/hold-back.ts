import { createHmac } from 'node:crypto'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import type { BlueprintCell } from './blueprint.js'
import { fitsCell, missingPlaces } from './blueprint-matching.js'
import type { Choosable } from './draw-form-choice.js'

/** Lots are drawn in 2^32 steps. */
const STEPS = 2 ** 32

interface Admissible extends Choosable {
  /** With which chance a paper may take the item at all; absent: always. */
  admitShare?: number | null
}

/**
 * EX-1: which items an attempt's paper does without, so that none stands on too many. Every item with an admission share below 1 has a
 * lot of the attempt, a number in [0, 1) from HMAC-SHA256(secret, "hold" NUL attempt id), drawn in the order of item version id; it is
 * held back if the lot is not below its share. Shares are frozen with the pool, so a paper stays a pure function of what is recorded: no
 * counter of papers drawn so far plays a part. (Conditional admission by shares settled beforehand: J. B. Sympson and R. D. Hetter 1985;
 * eligibility decided for the whole paper: W. J. van der Linden and B. P. Veldkamp 2004.)
 * Where a cell would run out of items that the person has not met, those with the lowest lots are let in until it has enough; where items
 * exclude each other so that even then no such paper exists though one does without holding back, nothing is held back.
 * @param met DR-7
 * @returns item version ids
 */
export function heldBack<T extends Admissible>(
  secret: Buffer,
  attemptId: string,
  cells: readonly Required<BlueprintCell>[],
  pool: readonly T[],
  met: ReadonlySet<string>,
): Set<string> {
  const capped = pool.filter((item) => (item.admitShare ?? 1) < 1)
  if (capped.length === 0) return new Set()
  const random = new DeterministicRandom(createHmac('sha256', secret).update(`hold\0${attemptId}`).digest())
  const lots = capped
    .sort((a, b) => byCodeUnits(a.itemVersionId, b.itemVersionId))
    .map((item) => ({ item, lot: random.below(STEPS) / STEPS }))
    .filter(({ item, lot }) => lot >= (item.admitShare as number))
    .sort((a, b) => a.lot - b.lot || byCodeUnits(a.item.itemVersionId, b.item.itemVersionId))
  const held = new Set(lots.map(({ item }) => item.itemVersionId))
  const unmet = pool.filter(({ itemVersionId }) => !met.has(itemVersionId))
  for (const cell of cells) {
    // A cell of any type takes from what the cells of a type leave.
    const need = cells
      .filter(
        ({ topic, level, type }) => topic === cell.topic && level === cell.level && (!cell.type || type === cell.type),
      )
      .reduce((sum, { count }) => sum + count, 0)
    const supplies = new Set<string>()
    for (const isMet of [false, true]) {
      if (supplies.size >= need) break
      const serves = (item: T) => fitsCell(cell, item) && met.has(item.itemVersionId) === isMet
      for (const item of pool) if (serves(item) && !held.has(item.itemVersionId)) supplies.add(supplyOf(item))
      for (const { item } of lots) {
        if (supplies.size >= need) break
        if (!serves(item)) continue
        held.delete(item.itemVersionId)
        supplies.add(supplyOf(item))
      }
    }
  }
  const lacks = (items: readonly T[]) => missingPlaces(cells, items).reduce((sum, missing) => sum + missing, 0)
  const isHeld = ({ itemVersionId }: T) => held.has(itemVersionId)
  // Without exclusion sets the supplies above are the whole truth.
  if (!pool.some(({ exclusionSet }) => exclusionSet !== '')) return held
  const freed = unmet.filter((item) => !isHeld(item))
  return lacks(freed) > lacks(unmet) || lacks(pool.filter((item) => !isHeld(item))) > lacks(pool) ? new Set() : held
}

const supplyOf = (item: Choosable): string =>
  item.exclusionSet === '' ? `item ${item.itemVersionId}` : `set ${item.exclusionSet}`
