import { ITEM_ACTS, type ItemAct, type ItemState } from '@thiso/contracts/vocab'

/** IB-8: the life of an item. Approval is a second person's act: whoever wrote the current version does not approve it. */
const MOVES: Record<ItemAct, { from: readonly ItemState[]; to: ItemState; isForSecondPerson?: true }> = {
  submit: { from: ['draft'], to: 'in_review' },
  withdraw: { from: ['in_review'], to: 'draft' },
  approve: { from: ['in_review'], to: 'approved', isForSecondPerson: true },
  send_back: { from: ['in_review', 'approved'], to: 'draft' },
  retire: { from: ['draft', 'in_review', 'approved'], to: 'retired' },
  restore: { from: ['retired'], to: 'draft' },
}

/**
 * IB-8: what an act makes of an item.
 * @param isAuthor did the acting person write the current version?
 * @returns the new state, or why not
 */
export function afterAct(
  state: ItemState,
  act: ItemAct,
  isAuthor: boolean,
): { state: ItemState } | { refusal: 'not_allowed' | 'second_person_needed' } {
  const move = MOVES[act]
  if (!move.from.includes(state)) return { refusal: 'not_allowed' }
  if (move.isForSecondPerson && isAuthor) return { refusal: 'second_person_needed' }
  return { state: move.to }
}

/** What a person may do to an item in that state. */
export function actsFor(state: ItemState, isAuthor: boolean): ItemAct[] {
  return ITEM_ACTS.filter((act) => 'state' in afterAct(state, act, isAuthor))
}
