import { type ItemKey, type ItemResponse, numbersOf } from '@thiso/contracts/vocab'
import { OMITTED } from './answer-model.js'

/** How answers are judged: the item bank's own functions, handed in by whoever runs the search. */
export interface AnswerRules {
  /** The share of its points that a response gains, 0 to 1. */
  grade(key: ItemKey, response: ItemResponse): number
  /** One form for all spellings of a typed text. */
  comparable(text: string): string
}

/** More different wrong answers to one item than this are not told apart: whoever gives a further one counts as having left it out. */
export const MOST_WRONG = 30_000

/**
 * Numbers the answers to one item: 0 is right, as under the key and what was ruled about it; 1, 2, … are the wrong ones; OMITTED is none.
 * - single-choice and true-false: the wrong options in the author's order;
 * - all other types: each different wrong response in the order in which it is first met, where a choice of several is a set, typed text is
 *   compared as it is graded, and what gains only a part of the points is wrong.
 * An item that was struck, or is right for everybody, is numbered by its author's key: what people chose says as much as it did before.
 */
export class AnswerCodes {
  private readonly codes = new Map<string, number>()
  private wrong = 0

  /** @param keys by any of which a response may be right; the first is the item's own */
  constructor(
    private readonly keys: readonly [ItemKey, ...ItemKey[]],
    optionCount: number,
    private readonly rules: AnswerRules,
  ) {
    const { type } = keys[0]
    if (type !== 'single-choice' && type !== 'true-false') return
    const count = type === 'true-false' ? 2 : optionCount
    // What is right takes no number.
    for (let option = 0; option < count; option++) this.codeOf(JSON.stringify([option]))
  }

  /** How many wrong answers are told apart so far; at least 1. */
  get wrongCount(): number {
    return Math.max(1, this.wrong)
  }

  /** @param json the response as it is stored; '' or null for blank */
  codeOf(json: string | null): number {
    if (json === null || json === '') return OMITTED
    const known = this.codes.get(json)
    if (known !== undefined) return known
    const response = JSON.parse(json) as ItemResponse | null
    const code = response === null || isBlank(response) ? OMITTED : this.read(response)
    // Typed text comes in endless spellings: what is kept is bounded.
    if (this.codes.size < 4 * MOST_WRONG) this.codes.set(json, code)
    return code
  }

  private read(response: ItemResponse): number {
    if (this.keys.some((key) => this.rules.grade(key, response) === 1)) return 0
    const name = ` ${this.nameOf(response)}`
    const known = this.codes.get(name)
    if (known !== undefined) return known
    if (this.wrong >= MOST_WRONG) return OMITTED
    this.wrong++
    this.codes.set(name, this.wrong)
    return this.wrong
  }

  /** One name for all spellings of the same response. */
  private nameOf(response: ItemResponse): string {
    const { type } = this.keys[0]
    if (typeof response === 'string')
      return String((type === 'number' ? numbersOf(response)[0] : undefined) ?? this.rules.comparable(response))
    return JSON.stringify(type === 'multiple-choice' ? [...new Set(response)].sort((a, b) => a - b) : response)
  }
}

/** Nothing chosen, nothing typed, or a response of several parts with none of them given. */
function isBlank(response: ItemResponse): boolean {
  if (typeof response === 'string') return response.trim() === ''
  return response.every((part) => part < 0)
}
