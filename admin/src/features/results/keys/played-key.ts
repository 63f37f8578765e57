import type { ApiOutput } from '@thiso/contracts'
import { type AnswerLine, type ItemKey, lineOf, picksOf } from '@thiso/contracts/vocab'
import type { PlayedItem } from '@thiso/kit/item/item'

export type RuledItem = ApiOutput<'rulings'>['items'][number]
export type TypedKey = Extract<ItemKey, { type: 'short-text' | 'number' }>
export type PickedKey = Exclude<ItemKey, TypedKey>

export const isTypedKey = (key: ItemKey): key is TypedKey => key.type === 'short-text' || key.type === 'number'

// One token a part; letters keep them apart from what an answer line puts between them.
const optionToken = (index: number) => `o${index}`
const choiceToken = (index: number) => `c${index}`
const indexOf = (token: string) => Number(token.slice(1))
const TRUE = 'true'
const FALSE = 'false'

/** The item as the player takes it, its parts in the order in which keys point to them. */
export function playedItem({ key: { type }, stem, options, choices, unit }: RuledItem): PlayedItem {
  const text = (vi: string) => ({ vi, en: '' })
  const part = (tokenOf: (index: number) => string) => (words: string, index: number) => ({
    token: tokenOf(index),
    text: text(words),
  })
  return {
    type,
    stem: text(stem),
    options:
      type === 'true-false'
        ? [TRUE, FALSE].map((token) => ({ token, text: text('') }))
        : options.map(part(optionToken)),
    choices: choices.map(part(choiceToken)),
    unit,
  }
}

/** The answer that a key calls right, as the player writes it. */
export function answerOf(key: PickedKey): AnswerLine | null {
  switch (key.type) {
    case 'single-choice':
      return optionToken(key.option)
    case 'true-false':
      return key.isTrue ? TRUE : FALSE
    case 'multiple-choice':
      return lineOf([...key.options].sort((a, b) => a - b).map((option) => [optionToken(option), '']))
    case 'true-false-group':
      return lineOf(key.truths.map((isTrue, index) => [optionToken(index), isTrue ? '1' : '0']))
    case 'ordering':
      return lineOf(key.order.map((entry) => [optionToken(entry), '']))
    case 'matching':
      return lineOf(key.choiceOf.map((choice, index) => [optionToken(index), choiceToken(choice)]))
  }
}

/**
 * The key by which an answer is right; everything else of it stays as in `like`.
 * @returns null while the answer is not whole, or matches two prompts with one choice
 */
export function keyOfAnswer(like: PickedKey, answer: AnswerLine | null): PickedKey | null {
  const picks = picksOf(answer)
  const chosen = [...picks.keys()]
  const [first] = chosen
  if (first === undefined) return null
  switch (like.type) {
    case 'single-choice':
      return { ...like, option: indexOf(first) }
    case 'true-false':
      return { ...like, isTrue: first === TRUE }
    case 'multiple-choice':
      return { ...like, options: chosen.map(indexOf).sort((a, b) => a - b) }
    case 'true-false-group':
      return picks.size < like.truths.length
        ? null
        : { ...like, truths: like.truths.map((_, index) => picks.get(optionToken(index)) === '1') }
    case 'ordering':
      return picks.size < like.order.length ? null : { ...like, order: chosen.map(indexOf) }
    case 'matching': {
      const choiceOf = like.choiceOf.map((_, index) => indexOf(picks.get(optionToken(index)) ?? ''))
      const isWhole = picks.size === choiceOf.length && new Set(choiceOf).size === choiceOf.length
      return isWhole ? { ...like, choiceOf } : null
    }
  }
}

/** Do two keys call the same answers right? */
export function isSameKey(a: ItemKey, b: ItemKey): boolean {
  const plain = (key: ItemKey) =>
    JSON.stringify(key.type === 'multiple-choice' ? [key.type, [...key.options].sort((x, y) => x - y)] : key)
  return plain(a) === plain(b)
}

/** The keys by which responses are graded now: the author's or the ruled one, then further ones. */
export const keysNow = ({ key, held }: RuledItem): [ItemKey, ...ItemKey[]] => [held?.key ?? key, ...(held?.also ?? [])]
