import type { ItemKey, ItemResponse, RulingContent, RulingOnItem } from '@thiso/contracts/vocab'

/** What was ruled about the items of a round, by item version. */
export type ItemRulings = ReadonlyMap<string, RulingOnItem>

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
    ruledKeys.set(itemVersionId, {
      key: ruling?.kind === 'key' ? ruling.key : key,
      isRightForAll: ruling?.kind === 'all-right',
      isStruck: ruling?.kind === 'strike',
    })
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

/** RL-1: the share that a response gains under a ruling. */
export function gradeRuled(
  { key, isRightForAll, isStruck }: RuledKey,
  response: ItemResponse,
  grade: (key: ItemKey, response: ItemResponse) => number,
): number {
  return isStruck ? 0 : isRightForAll ? 1 : grade(key, response)
}

/** RL-2: approved rulings as they hold: of several about the same item or person the one that was approved last. */
export function effectiveRulings(approvedInOrder: readonly RulingContent[]): {
  items: Map<string, RulingOnItem>
  excluded: Set<string>
} {
  const items = new Map<string, RulingOnItem>()
  const excluded = new Set<string>()
  for (const ruling of approvedInOrder) {
    if ('itemVersionId' in ruling) items.set(ruling.itemVersionId, ruling)
    else if (ruling.kind === 'exclude') excluded.add(ruling.accountId)
    else excluded.delete(ruling.accountId)
  }
  return { items, excluded }
}
