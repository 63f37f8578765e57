import type { ItemState, ValidityReason } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'

/** Something whose days bound an item's: a document that it rests on, a unit that it is about. */
export interface Ground {
  kind: 'document' | 'unit'
  name: string
  from: string | null
  to: string | null
}

export interface Bound {
  reason: ValidityReason
  /** The document or the unit; '' for the item's own dates. */
  name: string
  /** The first day that is outside: after an end, or before a beginning. ISO. */
  day: string | null
}

/**
 * IB-2: why an item may not be drawn for a window: it must be approved, and on every day of the window true by its own dates, every
 * document that it rests on in force, every unit that it is about there.
 * @param firstDay, lastDay ISO days of the window, Viet Nam's time
 * @returns nothing when it may be drawn
 */
export function boundsOf(
  item: { state: ItemState; validFrom: string | null; validTo: string | null },
  grounds: readonly Ground[],
  firstDay: string,
  lastDay: string,
): Bound[] {
  const bounds: Bound[] = []
  if (item.state !== 'approved') bounds.push({ reason: 'not_approved', name: '', day: null })
  if (item.validFrom !== null && item.validFrom > firstDay)
    bounds.push({ reason: 'own_validity', name: '', day: item.validFrom })
  if (item.validTo !== null && item.validTo < lastDay)
    bounds.push({ reason: 'own_validity', name: '', day: item.validTo })
  for (const { kind, name, from, to } of grounds) {
    if (kind === 'document' && from !== null && from > firstDay)
      bounds.push({ reason: 'document_not_in_force', name, day: from })
    if (to !== null && to < lastDay)
      bounds.push({ reason: kind === 'document' ? 'document_ended' : 'unit_ended', name, day: to })
  }
  return bounds
}

/** IB-2: may it be drawn for the window? */
export function isUsable(
  item: { state: ItemState; validFrom: string | null; validTo: string | null; grounds?: readonly Ground[] },
  firstDay: string,
  lastDay: string,
): boolean {
  return boundsOf(item, item.grounds ?? [], firstDay, lastDay).length === 0
}

/** IB-2: the days on which an item is true: its own and those of everything that it rests on, together. */
export function validDays(
  own: { validFrom: string | null; validTo: string | null },
  grounds: readonly Ground[],
): { from: string | null; to: string | null } {
  const froms = [own.validFrom, ...grounds.filter(({ kind }) => kind === 'document').map(({ from }) => from)]
  const tos = [own.validTo, ...grounds.map(({ to }) => to)]
  const days = (list: (string | null)[]) => list.filter((day): day is string => day !== null).sort(byCodeUnits)
  return { from: days(froms).at(-1) ?? null, to: days(tos)[0] ?? null }
}
