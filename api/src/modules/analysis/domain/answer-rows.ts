import type { AnswerRowKind, ItemKey, ItemResponse } from '@thiso/contracts/vocab'

/**
 * One line of the table "who answers what":
 * - `option`: an option that can be chosen; `isKey` says whether it is right.
 * - `part`: a statement, prompt or place of an ordering; counted are those who have it right.
 * - `typed`: an answer as typed; `isKey` says whether it is accepted.
 */
export interface AnswerRow {
  kind: AnswerRowKind
  /** Author's index of the option or part; of a true-false item 1 is "true". */
  index: number
  /** What was typed. */
  text: string
  isKey: boolean
  /** Which of the item's different responses count for this line. */
  responses: number[]
}

/** Different typed answers shown of one item: the most frequent. */
const TYPED_LIMIT = 8

/**
 * The lines of an item, from its keys and the different responses that were given to it.
 * @param keys the key, and further ones by which a response may be right too
 * @param optionCount of options of a choice item
 * @param counts how often each response was given: the most frequent typed ones are shown
 * @param shareOf the share of the points that a response gains
 * @param rightPartsOf which parts of a response are right
 */
export function answerRows(
  keys: readonly [ItemKey, ...ItemKey[]],
  optionCount: number,
  responses: readonly ItemResponse[],
  counts: readonly number[],
  shareOf: (response: ItemResponse) => number,
  rightPartsOf: (response: ItemResponse) => readonly boolean[],
): AnswerRow[] {
  const where = (fits: (response: ItemResponse) => boolean) =>
    responses.flatMap((response, index) => (fits(response) ? [index] : []))
  const [key] = keys
  const options = (indices: readonly number[], right: readonly number[]): AnswerRow[] =>
    indices.map((index) => ({
      kind: 'option',
      index,
      text: '',
      isKey: right.includes(index),
      responses: where((response) => typeof response !== 'string' && response.includes(index)),
    }))
  const indices = Array.from({ length: optionCount }, (_, index) => index)
  switch (key.type) {
    case 'single-choice':
      return options(indices, rightOptions(keys))
    case 'multiple-choice':
      return options(indices, rightOptions(keys))
    case 'true-false':
      return options([1, 0], rightOptions(keys))
    case 'true-false-group':
    case 'matching':
    case 'ordering': {
      const partCount =
        key.type === 'ordering' ? key.order.length : key.type === 'matching' ? key.choiceOf.length : key.truths.length
      const right = responses.map(rightPartsOf)
      return Array.from({ length: partCount }, (_, index) => ({
        kind: 'part',
        index,
        text: '',
        isKey: true,
        responses: responses.flatMap((_, response) => (right[response]?.[index] ? [response] : [])),
      }))
    }
    case 'short-text':
    case 'number':
      return typedRows(responses.map(String), counts, (text) => shareOf(text) === 1)
  }
}

function rightOptions(keys: readonly ItemKey[]): number[] {
  return keys.flatMap((key) => {
    if (key.type === 'single-choice') return [key.option]
    if (key.type === 'multiple-choice') return key.options
    return key.type === 'true-false' ? [key.isTrue ? 1 : 0] : []
  })
}

/** What differs in capitals and spaces only is one line, under its most frequent form. */
function typedRows(
  texts: readonly string[],
  counts: readonly number[],
  isAccepted: (text: string) => boolean,
): AnswerRow[] {
  const groups = new Map<string, { text: string; best: number; count: number; isKey: boolean; responses: number[] }>()
  texts.forEach((given, index) => {
    const text = given.trim().replace(/\s+/g, ' ')
    const isKey = isAccepted(given)
    const name = `${isKey} ${text.toLocaleLowerCase('vi')}`
    const count = counts[index] as number
    const group = groups.get(name) ?? { text, best: 0, count: 0, isKey, responses: [] }
    if (count > group.best) Object.assign(group, { text, best: count })
    group.count += count
    group.responses.push(index)
    groups.set(name, group)
  })
  return [...groups.values()]
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, TYPED_LIMIT)
    .map(({ text, isKey, responses }, index) => ({ kind: 'typed', index, text, isKey, responses }))
}
