/// <reference types="jest" />
import type { ReviewedItem } from '@thiso/kit/item/item'
import { withOwnAnswer } from './own-review'

const words = (vi: string) => ({ vi, en: '' })
const review = (change: Partial<ReviewedItem>): ReviewedItem => ({
  type: 'single-choice',
  stem: words('Hỏi'),
  options: [],
  parts: [],
  unit: '',
  isAnswered: false,
  share: 0,
  isRight: false,
  explanation: words(''),
  sources: [],
  ruling: null,
  ...change,
})
const options = ['p', 'q', 'r'].map((token) => ({ token, text: words(token.toUpperCase()) }))
const right = { isRight: true, share: 1, points: 1, bonus: 0 }
const none = { options, choices: [] }

describe('CR-11 the reveal with the own answer in it', () => {
  it('CR-11 marks what was chosen', () => {
    const shared = review({
      options: options.map(({ text }, index) => ({ text, isKey: index === 1, isChosen: false })),
    })
    const own = withOwnAnswer(shared, none, 'q', right)
    expect(own.options.map(({ isChosen }) => isChosen)).toEqual([false, true, false])
    expect(own).toMatchObject({ isAnswered: true, isRight: true, share: 1 })
    expect(withOwnAnswer(shared, none, null, null)).toEqual(shared)
    const several = withOwnAnswer({ ...shared, type: 'multiple-choice' }, none, 'p r', {
      ...right,
      isRight: false,
      share: 0.5,
    })
    expect(several.options.map(({ isChosen }) => isChosen)).toEqual([true, false, true])
    expect(several).toMatchObject({ isRight: false, share: 0.5 })
  })

  it('CR-11 statements: each with what was said of it', () => {
    const truth = (is: boolean) => (is ? { vi: 'true', en: 'true' } : { vi: 'false', en: 'false' })
    const parts = options.map(({ text }, index) => ({ text, given: null, right: truth(index === 0), isRight: false }))
    const own = withOwnAnswer(review({ type: 'true-false-group', parts }), none, 'p=1 q=1', {
      ...right,
      isRight: false,
      share: 0.3,
    })
    expect(own.parts.map(({ given }) => given?.vi ?? null)).toEqual(['true', 'true', null])
    expect(own.parts.map(({ isRight }) => isRight)).toEqual([true, false, false])
  })

  it('CR-11 pairs and orders: by their texts', () => {
    const choices = ['x', 'y'].map((token) => ({ token, text: words(token.toUpperCase()) }))
    const pairs = options.map(({ text }) => ({ text, given: null, right: words('X'), isRight: false }))
    const matched = withOwnAnswer(review({ type: 'matching', parts: pairs }), { options, choices }, 'p=x q=y', null)
    expect(matched.parts.map(({ given, isRight }) => [given?.vi ?? null, isRight])).toEqual([
      ['X', true],
      ['Y', false],
      [null, false],
    ])
    const places = ['P', 'Q', 'R'].map((word, index) => ({
      text: words(String(index + 1)),
      given: null,
      right: words(word),
      isRight: false,
    }))
    const ordered = withOwnAnswer(review({ type: 'ordering', parts: places }), none, 'p r q', null)
    expect(ordered.parts.map(({ given, isRight }) => [given?.vi, isRight])).toEqual([
      ['P', true],
      ['R', false],
      ['Q', false],
    ])
  })

  it('CR-11 what was typed is text, and right as the server says', () => {
    const typed = review({
      type: 'short-text',
      parts: [{ text: words(''), given: null, right: words('AI'), isRight: false }],
    })
    const own = withOwnAnswer(typed, none, '<b>ai</b> & co', right)
    expect(own.parts[0]).toMatchObject({ given: { vi: '&lt;b&gt;ai&lt;/b&gt; &amp; co' }, isRight: true })
  })
})
