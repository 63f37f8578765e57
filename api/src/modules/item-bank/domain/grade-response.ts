import { type ItemKey, type ItemResponse, numbersOf } from '@thiso/contracts/vocab'
import { comparableText } from './typed-answers.js'

/** What stepped grading gives for 0 to 4 right statements: the form of the school-leaving exam since 2025. */
const STEPS = [0, 0.1, 0.25, 0.5, 1] as const

/**
 * SC-4: the share of an item's points that a response gains, 0 to 1 in hundredths, rounded down.
 * - single-choice, true-false, short-text, number: 1 if right, else 0.
 * - all-or-nothing: 1 if everything is right, else 0.
 * - partial, multiple-choice: right ones chosen / right ones − wrong ones chosen / wrong ones, never below 0.
 * - partial, true-false-group and matching: right parts / parts; a blank part is not right.
 * - partial, ordering: 2 × (pairs of entries in the right order / pairs) − 1, never below 0 (Kendall's tau): chance gains nothing.
 * - stepped, true-false-group of four: 0, 0.1, 0.25, 0.5, 1 for none to four right statements; of another size like all-or-nothing.
 * @param response null is blank and gains nothing
 */
export function gradeResponse(key: ItemKey, response: ItemResponse | null): number {
  if (response === null || response.length === 0) return 0
  if (typeof response === 'string') return isTypedRight(key, response) ? 1 : 0
  switch (key.type) {
    case 'single-choice':
      return response.length === 1 && response[0] === key.option ? 1 : 0
    case 'true-false':
      return response.length === 1 && response[0] === (key.isTrue ? 1 : 0) ? 1 : 0
    case 'multiple-choice': {
      const right = new Set(key.options)
      const chosen = new Set(response)
      const hits = [...chosen].filter((option) => right.has(option)).length
      const slips = chosen.size - hits
      const wrongCount = key.optionCount - right.size
      if (key.grading !== 'partial') return hits === right.size && slips === 0 ? 1 : 0
      return hundredths(hits * Math.max(1, wrongCount) - slips * right.size, right.size * Math.max(1, wrongCount))
    }
    case 'true-false-group': {
      const count = key.truths.length
      const right = key.truths.filter((isTrue, index) => response[index] === (isTrue ? 1 : 0)).length
      if (key.grading === 'partial') return hundredths(right, count)
      if (key.grading === 'stepped' && count === 4) return STEPS[right] as number
      return right === count ? 1 : 0
    }
    case 'matching': {
      const count = key.choiceOf.length
      const right = key.choiceOf.filter((choice, index) => response[index] === choice).length
      return key.grading === 'partial' ? hundredths(right, count) : right === count ? 1 : 0
    }
    case 'ordering': {
      const count = key.order.length
      if (response.length !== count) return 0
      const isRight = key.order.every((entry, place) => response[place] === entry)
      if (isRight || key.grading !== 'partial') return isRight ? 1 : 0
      const placeOf = new Map(response.map((entry, place) => [entry, place]))
      let inOrder = 0
      for (let a = 0; a < count; a++)
        for (let b = a + 1; b < count; b++) {
          const [first, second] = [placeOf.get(key.order[a] as number), placeOf.get(key.order[b] as number)]
          if (first !== undefined && second !== undefined && first < second) inOrder++
        }
      const pairs = (count * (count - 1)) / 2
      return hundredths(2 * inOrder - pairs, pairs)
    }
    case 'short-text':
    case 'number':
      return 0
  }
}

/** Are single parts of it right? For showing a reviewed item; same order as the key's parts. */
export function rightParts(key: ItemKey, response: ItemResponse | null): boolean[] {
  const given = typeof response === 'string' || response === null ? [] : response
  switch (key.type) {
    case 'true-false-group':
      return key.truths.map((isTrue, index) => given[index] === (isTrue ? 1 : 0))
    case 'matching':
      return key.choiceOf.map((choice, index) => given[index] === choice)
    case 'ordering':
      return key.order.map((entry, place) => given[place] === entry)
    default:
      return [gradeResponse(key, response) === 1]
  }
}

function isTypedRight(key: ItemKey, typed: string): boolean {
  if (key.type === 'short-text') {
    const comparable = comparableText(typed, key.ignoresDiacritics)
    return comparable !== '' && key.accepted.some((text) => comparableText(text, key.ignoresDiacritics) === comparable)
  }
  if (key.type !== 'number') return false
  // A hair wider than the tolerance: 0.3 - 0.1 is not exactly 0.2 in binary.
  const slack = 1e-9 * Math.max(1, Math.abs(key.value))
  return numbersOf(typed).some((value) => Math.abs(value - key.value) <= key.tolerance + slack)
}

/** a/b in hundredths, rounded down and never below 0; whole numbers in, so that no binary fraction decides. */
function hundredths(a: number, b: number): number {
  return b <= 0 ? 0 : Math.max(0, Math.floor((a * 100) / b)) / 100
}
