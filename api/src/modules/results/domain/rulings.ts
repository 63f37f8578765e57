import type { HeldRuling, ItemKey, ItemResponse, RulingContent, RulingOnItem } from '@thiso/contracts/vocab'

/** What holds about the items of a round that were ruled about, by item version. */
export type ItemRulings = ReadonlyMap<string, HeldRuling>

interface Place {
  itemVersionId: string
  points?: number | undefined
}
interface AnswerEvent {
  seq: number
  position: number
  response: ItemResponse | null
  receivedAt: Date
}

/** A key with what was ruled about its item. */
export interface RuledKey {
  key: ItemKey
  /** Further keys by which a response may be right. */
  also: readonly ItemKey[]
  isRightForAll: boolean
  isStruck: boolean
}

/** Later than any clock: what is right for everybody brings nobody a bonus for speed. */
const NO_HURRY = new Date(8.64e15)
const LAST_SEQ = Number.MAX_SAFE_INTEGER

export function isTouched(form: readonly Place[], rulings: ItemRulings): boolean {
  return rulings.size > 0 && form.some(({ itemVersionId }) => rulings.has(itemVersionId))
}

/**
 * RL-1: an attempt as rulings make it look to whoever judges: another key grades the item; a struck item is worth nothing; an item that is
 * right for everybody counts as answered also where it was left blank. Whatever was not ruled about stays as it is.
 * @returns also how many places still count, for whether everything was right
 * @throws Error when a key is missing
 */
export function underRulings<E extends AnswerEvent>(
  { form, events, keys }: { form: readonly Place[]; events: readonly E[]; keys: ReadonlyMap<string, ItemKey> },
  rulings: ItemRulings,
) {
  const ruledKeys = new Map<string, RuledKey>()
  for (const { itemVersionId } of form) {
    const [ruling, key] = [rulings.get(itemVersionId), keys.get(itemVersionId)]
    if (key === undefined) throw new Error(`no key for item version ${itemVersionId}`)
    ruledKeys.set(itemVersionId, ruledKeyOf(key, ruling))
  }
  const isStruck = ({ itemVersionId }: Place) => ruledKeys.get(itemVersionId)?.isStruck === true
  const answered = new Set(currentlyAnswered(events))
  const given = form.flatMap(({ itemVersionId }, index): AnswerEvent[] =>
    ruledKeys.get(itemVersionId)?.isRightForAll && !answered.has(index + 1)
      ? [{ seq: LAST_SEQ, position: index + 1, response: 'x', receivedAt: NO_HURRY }]
      : [],
  )
  return {
    form: form.map((place) => (isStruck(place) ? { ...place, points: 0 } : place)),
    events: [...events, ...given] as readonly AnswerEvent[],
    keys: ruledKeys as ReadonlyMap<string, RuledKey>,
    countingPlaces: form.filter((place) => !isStruck(place)).length,
  }
}

/** The places whose last answer is not blank. */
function currentlyAnswered(events: readonly AnswerEvent[]): number[] {
  const last = new Map<number, AnswerEvent>()
  for (const event of events) if (event.seq > (last.get(event.position)?.seq ?? -1)) last.set(event.position, event)
  return [...last.values()].filter(({ response }) => (response?.length ?? 0) > 0).map(({ position }) => position)
}

/** The author's key with what holds about its item. */
export function ruledKeyOf(key: ItemKey, ruling: HeldRuling | undefined): RuledKey {
  return {
    key: ruling?.key ?? key,
    also: ruling?.also ?? [],
    isRightForAll: ruling?.kind === 'all-right',
    isStruck: ruling?.kind === 'strike',
  }
}

/** RL-1: the share that a response gains under a ruling: of several right answers the one that it comes nearest to counts. */
export function gradeRuled(
  { key, also, isRightForAll, isStruck }: RuledKey,
  response: ItemResponse,
  grade: (key: ItemKey, response: ItemResponse) => number,
): number {
  if (isStruck) return 0
  return isRightForAll ? 1 : Math.max(grade(key, response), ...also.map((further) => grade(further, response)))
}

/**
 * RL-2: approved rulings as they hold: of several about the same item or person the one that was approved last; a further right answer
 * joins the answers that were right before it.
 */
export function effectiveRulings(approvedInOrder: readonly RulingContent[]): {
  items: Map<string, HeldRuling>
  excluded: Set<string>
  /** Attempts that do not count. */
  voided: Set<string>
} {
  const items = new Map<string, HeldRuling>()
  const excluded = new Set<string>()
  const voided = new Set<string>()
  for (const ruling of approvedInOrder) {
    if ('itemVersionId' in ruling) items.set(ruling.itemVersionId, heldAfter(items.get(ruling.itemVersionId), ruling))
    else if ('attemptId' in ruling) {
      if (ruling.kind === 'void-attempt') voided.add(ruling.attemptId)
      else voided.delete(ruling.attemptId)
    } else if (ruling.kind === 'exclude') excluded.add(ruling.accountId)
    else excluded.delete(ruling.accountId)
  }
  return { items, excluded, voided }
}

function heldAfter(before: HeldRuling | undefined, ruling: RulingOnItem): HeldRuling {
  switch (ruling.kind) {
    case 'key':
      return { kind: 'key', key: ruling.key, also: [] }
    case 'also-right':
      return { kind: 'also-right', key: before?.key ?? null, also: [...(before?.also ?? []), ruling.key] }
    case 'strike':
    case 'all-right':
      return { kind: ruling.kind, key: null, also: [] }
  }
}
