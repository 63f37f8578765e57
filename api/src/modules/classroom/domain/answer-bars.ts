import { fold, type ItemKey, type ItemQuestion, type ItemResponse } from '@thiso/contracts/vocab'

export interface AnswerBar {
  /** A letter for options in the order shown; otherwise what was typed or picked, in words. */
  label: string
  count: number
  isRight: boolean
}

interface Scored {
  response: ItemResponse
  isRight: boolean
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MOST_TYPED = 8
/** A cloud is there for its many words. */
const MOST_WORDS = 40

/**
 * CR-12: how often each answer was given: options by their letter in the order shown; typed answers and words of a cloud by the spelling
 * used most, equal ones however they are written; of types with many parts only right and not right.
 * @param item null: a poll with its choices, or a word cloud without
 */
export function answerBars(
  item: { order: readonly number[]; question: Pick<ItemQuestion, 'type'>; key: ItemKey } | null,
  choices: readonly string[],
  answers: readonly Scored[],
): AnswerBar[] {
  if (item === null)
    return choices.length > 0
      ? optionBars(
          choices.map((_, index) => index),
          answers,
          new Set(),
        )
      : typedBars(answers, MOST_WORDS)
  switch (item.key.type) {
    case 'single-choice':
      return optionBars(item.order, answers, new Set([item.key.option]))
    case 'multiple-choice':
      return optionBars(item.order, answers, new Set(item.key.options))
    case 'true-false':
      return optionBars(item.order, answers, new Set([item.key.isTrue ? 1 : 0]))
    case 'short-text':
    case 'number':
      return typedBars(answers, MOST_TYPED)
    default: {
      const rightCount = answers.filter(({ isRight }) => isRight).length
      return [
        { label: '✓', count: rightCount, isRight: true },
        { label: '✗', count: answers.length - rightCount, isRight: false },
      ]
    }
  }
}

function optionBars(order: readonly number[], answers: readonly Scored[], keys: ReadonlySet<number>): AnswerBar[] {
  return order.map((option, index) => ({
    label: LETTERS[index] ?? '?',
    count: answers.filter(({ response }) => typeof response !== 'string' && response.includes(option)).length,
    isRight: keys.has(option),
  }))
}

function typedBars(answers: readonly Scored[], most: number): AnswerBar[] {
  const groups = new Map<string, { spellings: Map<string, number>; count: number; isRight: boolean }>()
  for (const { response, isRight } of answers) {
    if (typeof response !== 'string') continue
    const folded = fold(response)
    const group = groups.get(folded) ?? { spellings: new Map<string, number>(), count: 0, isRight: false }
    group.spellings.set(response, (group.spellings.get(response) ?? 0) + 1)
    group.count++
    group.isRight ||= isRight
    groups.set(folded, group)
  }
  const bars = [...groups.values()].map(({ spellings, count, isRight }) => ({
    label: first(
      [...spellings].map(([label, times]) => ({ label, count: times })),
      1,
    )[0]?.label as string,
    count,
    isRight,
  }))
  return first(bars, most)
}

/** Built once: naming the language anew at each comparison takes long for a thousand words. */
const VIETNAMESE = new Intl.Collator('vi')

/** The most frequent ones, in order; of equal ones those that a dictionary has first. Without sorting the many that are not among them. */
function first<T extends { label: string; count: number }>(rows: readonly T[], most: number): T[] {
  const found: T[] = []
  const isBefore = (a: T, b: T) =>
    a.count > b.count || (a.count === b.count && VIETNAMESE.compare(a.label, b.label) < 0)
  for (const row of rows) {
    const last = found.at(-1)
    if (last && found.length === most && !isBefore(row, last)) continue
    const at = found.findIndex((other) => isBefore(row, other))
    found.splice(at === -1 ? found.length : at, 0, row)
    if (found.length > most) found.pop()
  }
  return found
}
