import { type AnswerLine, type ItemResponse, type ItemType, isTyped, lineOf, picksOf } from '@thiso/contracts/vocab'
import { type FormItem, optionOfToken, optionTokens, TOKEN_LENGTH } from './draw-form.js'

/** One place of one paper with its tokens: small, because tens of thousands of papers stand in memory. */
export interface Place {
  type: ItemType
  /** The tokens in the order shown, joined, and the author indices in the same order. */
  tokens: string
  optionOrder: readonly number[]
  choiceTokens: string
  choiceOrder: readonly number[]
}

const NONE: readonly number[] = []
const CONTROL = /\p{Cc}/gu

/** @param position 1-based */
export function placeOf(secret: Buffer, attemptId: string, position: number, item: FormItem): Place {
  const { type = 'single-choice', optionOrder, choiceOrder = NONE } = item
  return {
    type,
    tokens: optionTokens(secret, attemptId, position, optionOrder),
    optionOrder,
    choiceTokens: choiceOrder.length === 0 ? '' : optionTokens(secret, attemptId, position, choiceOrder, 'choice'),
    choiceOrder,
  }
}

/** The token at a place in the order shown. */
export function tokenAt(tokens: string, index: number): string {
  return tokens.slice(index * TOKEN_LENGTH, (index + 1) * TOKEN_LENGTH)
}

/**
 * AT-10: a participant's line as a response in author indices; null for blank. What is picked is checked against the place: tokens of
 * anything else, a token twice, an order that misses an entry are not answers to this item.
 * @returns undefined for a line that does not belong here
 */
export function readAnswer(place: Place, line: AnswerLine | null): ItemResponse | null | undefined {
  if (line === null) return null
  const { type, tokens, optionOrder } = place
  if (isTyped(type)) {
    const typed = line.normalize('NFC').replace(CONTROL, ' ').trim()
    return typed === '' ? null : typed
  }
  if (type === 'single-choice' || type === 'true-false') {
    const option = optionOfToken(tokens, optionOrder, line)
    return option < 0 ? undefined : [option]
  }
  const picks = picksOf(line)
  if (picks.size === 0) return null
  if ([...line].filter((sign) => sign === ' ').length !== picks.size - 1) return undefined
  const picked = [...picks].map(([token, pick]) => ({ option: optionOfToken(tokens, optionOrder, token), pick }))
  if (picked.some(({ option }) => option < 0)) return undefined
  switch (type) {
    case 'multiple-choice':
      return picked.every(({ pick }) => pick === '')
        ? picked.map(({ option }) => option).sort((a, b) => a - b)
        : undefined
    case 'ordering':
      return picked.length === optionOrder.length && picked.every(({ pick }) => pick === '')
        ? picked.map(({ option }) => option)
        : undefined
    default: {
      const response = new Array<number>(optionOrder.length).fill(-1)
      for (const { option, pick } of picked) {
        const value = type === 'matching' ? optionOfToken(place.choiceTokens, place.choiceOrder, pick) : truthOf(pick)
        if (value < 0) return undefined
        response[option] = value
      }
      return response
    }
  }
}

/** AT-10: the way back: a response as the line that the page shows. */
export function writeAnswer(place: Place, response: ItemResponse | null): AnswerLine | null {
  if (response === null || typeof response === 'string') return response
  const { type, tokens, optionOrder } = place
  const token = (option: number) => tokenAt(tokens, optionOrder.indexOf(option))
  switch (type) {
    case 'true-false-group':
      return lineOf(response.flatMap((value, option) => (value < 0 ? [] : [[token(option), String(value)] as const])))
    case 'matching':
      return lineOf(
        response.flatMap((choice, option) =>
          choice < 0 ? [] : [[token(option), tokenAt(place.choiceTokens, place.choiceOrder.indexOf(choice))] as const],
        ),
      )
    default:
      return lineOf(response.map((option) => [token(option), ''] as const))
  }
}

function truthOf(pick: string): number {
  return pick === '1' ? 1 : pick === '0' ? 0 : -1
}
