import type { ItemKey } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { gradeResponse } from '../../item-bank/domain/grade-response.js'
import { printItems } from './make-forms.arbitrary.js'
import { type FormPlace, makeForms, type PrintItem } from './make-forms.js'
import { partsOf, TYPES_OF } from './paper-parts.js'
import { indices } from './place-orders.js'
import { printedKey } from './printed-key.js'

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const input = fc.record({
  bytes: seed,
  items: printItems(24),
  codeCount: fc.integer({ min: 1, max: 24 }),
  isShuffled: fc.boolean(),
})

/** What a candidate writes who copies the key of the code, in indices of the question: read from the printed letters alone. */
function copied(key: ItemKey, text: string, { optionOrder, choiceOrder }: FormPlace): number[] | string {
  const at = (letter: string, first: string) => optionOrder[letter.charCodeAt(0) - first.charCodeAt(0)] as number
  switch (key.type) {
    case 'single-choice':
    case 'multiple-choice':
      return text.split(', ').map((letter) => at(letter, 'A'))
    case 'true-false':
      return [text === 'Đ' ? 1 : 0]
    case 'true-false-group': {
      const response = optionOrder.map(() => -1)
      text.split(' ').forEach((sign, place) => {
        response[optionOrder[place] as number] = sign === 'Đ' ? 1 : 0
      })
      return response
    }
    case 'ordering':
      return text.split(' → ').map((letter) => at(letter, 'a'))
    case 'matching': {
      const response = optionOrder.map(() => -1)
      for (const pair of text.split('; ')) {
        const [number = '', letter = ''] = pair.split('–')
        response[optionOrder[Number(number) - 1] as number] = choiceOrder[letter.charCodeAt(0) - 97] as number
      }
      return response
    }
    case 'number':
      return text.replace('−', '-').replace(/\s*km$/, '')
    case 'short-text':
      return text
  }
}

const byId = (items: readonly PrintItem[]) => new Map(items.map((item) => [item.itemVersionId, item]))

describe('PP-2 to PP-6: forms of a printed paper', () => {
  it('every code has the same items, each with all of its parts, types together in the order of the parts', () => {
    fc.assert(
      fc.property(input, ({ bytes, items, codeCount, isShuffled }) => {
        const forms = makeForms(bytes, items, codeCount, isShuffled)
        const known = byId(items)
        expect(forms).toHaveLength(codeCount)
        expect(new Set(forms.map(({ code }) => code)).size).toBe(codeCount)
        const order = Object.values(TYPES_OF).flat()
        for (const { places } of forms) {
          expect(places.map(({ itemVersionId }) => itemVersionId).sort()).toEqual([...known.keys()].sort())
          const types = places.map(({ itemVersionId }) =>
            order.indexOf(known.get(itemVersionId)?.question.type as never),
          )
          expect(types).toEqual([...types].sort((a, b) => a - b))
          for (const { itemVersionId, optionOrder, choiceOrder } of places) {
            const { question } = known.get(itemVersionId) as PrintItem
            expect([...optionOrder].sort((a, b) => a - b)).toEqual(indices(question.options.length))
            expect([...choiceOrder].sort((a, b) => a - b)).toEqual(indices(question.choices.length))
          }
        }
      }),
    )
  })

  it('whoever copies the printed key of a code into that code has every point', () => {
    fc.assert(
      fc.property(input, ({ bytes, items, codeCount, isShuffled }) => {
        const known = byId(items)
        for (const { places } of makeForms(bytes, items, codeCount, isShuffled))
          for (const place of places) {
            const { key, question } = known.get(place.itemVersionId) as PrintItem
            const text = printedKey(key, place, question.unit)
            expect(gradeResponse(key, copied(key, text, place))).toBe(1)
          }
      }),
    )
  })

  it('no code shows the entries of an ordering in their right order', () => {
    fc.assert(
      fc.property(input, ({ bytes, items, codeCount, isShuffled }) => {
        const known = byId(items)
        for (const { places } of makeForms(bytes, items, codeCount, isShuffled))
          for (const { itemVersionId, optionOrder } of places) {
            const { key } = known.get(itemVersionId) as PrintItem
            if (key.type === 'ordering') expect(optionOrder).not.toEqual(key.order)
          }
      }),
    )
  })

  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(input, ({ bytes, items, codeCount, isShuffled }) => {
        expect(makeForms(bytes, items, codeCount, isShuffled)).toEqual(makeForms(bytes, items, codeCount, isShuffled))
      }),
      { numRuns: 30 },
    )
  })

  it('unshuffled, every code is the same and keeps the order given; options stand as their author wrote them', () => {
    fc.assert(
      fc.property(input, ({ bytes, items, codeCount }) => {
        const forms = makeForms(bytes, items, codeCount, false)
        const known = byId(items)
        for (const { places } of forms) expect(places).toEqual(forms[0]?.places)
        const parts = partsOf(
          (forms[0]?.places ?? []).map((place) => ({
            ...place,
            type: known.get(place.itemVersionId)?.question.type as never,
          })),
        )
        for (const { entries } of parts) {
          const ofType = (type: string) =>
            entries.filter(({ entry }) => entry.type === type).map(({ entry }) => Number(entry.itemVersionId.slice(1)))
          for (const type of Object.values(TYPES_OF).flat())
            expect(ofType(type)).toEqual([...ofType(type)].sort((a, b) => a - b))
        }
        for (const { itemVersionId, optionOrder } of forms[0]?.places ?? []) {
          const { question } = known.get(itemVersionId) as PrintItem
          if (question.type !== 'ordering') expect(optionOrder).toEqual(indices(question.options.length))
        }
      }),
    )
  })

  it('an option that speaks of all others stays last, and options that are named by letter stay where they are', () => {
    const single = (id: string, options: string[]): PrintItem => ({
      itemVersionId: id,
      question: { type: 'single-choice', stem: id, options, choices: [], unit: '', translations: {} },
      key: { type: 'single-choice', option: options.length - 1 },
    })
    const items = [
      single('all', ['Một', 'Hai', 'Ba', 'Tất cả các phương án trên']),
      single('named', ['Một', 'Hai', 'Ba', 'Cả A và B']),
    ]
    const forms = makeForms(Buffer.alloc(32, 5), items, 24, true)
    const orders = (id: string) =>
      forms.map(({ places }) => places.find(({ itemVersionId }) => itemVersionId === id)?.optionOrder as number[])
    for (const order of orders('all')) expect(order[3]).toBe(3)
    expect(new Set(orders('all').map(String)).size).toBe(6)
    for (const order of orders('named')) expect(order).toEqual([0, 1, 2, 3])
  })
})
