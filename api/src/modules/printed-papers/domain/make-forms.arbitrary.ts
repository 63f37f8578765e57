import { ITEM_TYPES, type ItemKey, type ItemQuestion, type ItemType } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import type { PrintItem } from './make-forms.js'
import { indices } from './place-orders.js'

/** Items for specs: the texts name item and part ("s3o2"), so that a paper can be read back. */

const subset = (count: number) =>
  fc.subarray(indices(count), { minLength: 1 }).map((chosen) => [...chosen].sort((a, b) => a - b))
const shuffle = (count: number) => fc.shuffledSubarray(indices(count), { minLength: count, maxLength: count })

const KEYS: Record<ItemType, (count: number) => fc.Arbitrary<ItemKey>> = {
  'single-choice': (count) => fc.nat(count - 1).map((option) => ({ type: 'single-choice', option })),
  'multiple-choice': (count) =>
    subset(count).map((options) => ({ type: 'multiple-choice', options, optionCount: count, grading: 'partial' })),
  'true-false': () => fc.boolean().map((isTrue) => ({ type: 'true-false', isTrue })),
  'true-false-group': (count) =>
    fc
      .array(fc.boolean(), { minLength: count, maxLength: count })
      .map((truths) => ({ type: 'true-false-group', truths, grading: 'partial' })),
  'short-text': () => fc.nat(999).map((n) => ({ type: 'short-text', accepted: [`chữ${n}`], ignoresDiacritics: false })),
  number: () =>
    fc.integer({ min: -999, max: 999 }).map((value) => ({ type: 'number', value: value / 4, tolerance: 0 })),
  ordering: (count) => shuffle(count).map((order) => ({ type: 'ordering', order, grading: 'partial' })),
  matching: (count) =>
    shuffle(count + 1).map((choices) => ({ type: 'matching', choiceOf: choices.slice(0, count), grading: 'partial' })),
}

const WITHOUT_PARTS: readonly ItemType[] = ['true-false', 'short-text', 'number']

/** An item of a type; `name` stands in its texts. */
export function printItem(type: ItemType, name: string): fc.Arbitrary<PrintItem> {
  return fc.integer({ min: 2, max: 5 }).chain((size) => {
    const count = WITHOUT_PARTS.includes(type) ? 0 : size
    return KEYS[type](count).map((key): PrintItem => {
      const question: ItemQuestion = {
        type,
        stem: `Câu hỏi ${name}.`,
        options: indices(count).map((index) => `${name}o${index}`),
        choices: type === 'matching' ? indices(count + 1).map((index) => `${name}c${index}`) : [],
        unit: type === 'number' ? 'km' : '',
        translations: {},
      }
      return { itemVersionId: name, question, key }
    })
  })
}

/** Up to so many items of any types. */
export function printItems(max: number): fc.Arbitrary<PrintItem[]> {
  return fc
    .array(fc.constantFrom(...ITEM_TYPES), { minLength: 1, maxLength: max })
    .chain((types) => fc.tuple(...types.map((type, index) => printItem(type, `s${index}`))))
}
