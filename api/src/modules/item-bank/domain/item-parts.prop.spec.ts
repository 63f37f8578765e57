import { textsOf } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { gradeResponse } from './grade-response.js'
import { itemBody } from './item-body.arbitrary.js'
import { bodyOf, partsOf, translationsOf } from './item-parts.js'
import { problemsOf } from './item-problems.js'

describe('IB-5: question and key in two halves', () => {
  it('come together again as the author wrote them, but for the order of distractors', () => {
    fc.assert(
      fc.property(itemBody, (body) => {
        const { question, key } = partsOf(body, {})
        const again = bodyOf(question, key)
        if (again.type === 'matching' && body.type === 'matching') {
          expect(again.distractors).toEqual([...body.distractors].sort())
          expect({ ...again, distractors: [] }).toEqual({ ...body, distractors: [] })
        } else expect(again).toEqual(body)
      }),
      { numRuns: 1_000 },
    )
  })

  it('keep translations beside the texts that they translate', () => {
    fc.assert(
      fc.property(itemBody, (body) => {
        const en = { stem: `en ${body.stem}`, texts: textsOf(body).map((text) => `en ${text}`), explanation: 'why' }
        const { question, key } = partsOf(body, { en })
        question.translations.en?.options.forEach((text, index) => {
          expect(text).toBe(`en ${question.options[index]}`)
        })
        question.translations.en?.choices.forEach((text, index) => {
          expect(text).toBe(`en ${question.choices[index]}`)
        })
        const again = textsOf(bodyOf(question, key))
        expect(translationsOf(question, key, 'why')).toEqual({
          en: { ...en, texts: again.map((text) => `en ${text}`) },
        })
      }),
    )
  })

  it('tell nothing of the right order: the question is the same whatever order its author gave', () => {
    fc.assert(
      fc.property(itemBody, (body) => {
        if (body.type === 'ordering') {
          const reversed = { ...body, entries: [...body.entries].reverse() }
          expect(partsOf(reversed, {}).question).toEqual(partsOf(body, {}).question)
        }
        if (body.type === 'matching' && body.pairs.length > 1) {
          const [first, second, ...rest] = body.pairs
          if (!first || !second) return
          const swapped = {
            ...body,
            pairs: [{ ...first, choice: second.choice }, { ...second, choice: first.choice }, ...rest],
          }
          expect(partsOf(swapped, {}).question).toEqual(partsOf(body, {}).question)
        }
      }),
    )
  })

  it('carry a key by which the author’s own answer is right', () => {
    fc.assert(
      fc.property(itemBody, (body) => {
        const { question, key } = partsOf(body, {})
        if (body.type === 'ordering') {
          const response = body.entries.map((entry) => question.options.indexOf(entry))
          expect(gradeResponse(key, response)).toBe(1)
        }
        if (body.type === 'matching') {
          const response = question.options.map((prompt) =>
            question.choices.indexOf(body.pairs.find((pair) => pair.prompt === prompt)?.choice ?? ''),
          )
          expect(gradeResponse(key, response)).toBe(1)
        }
        if (body.type === 'short-text') expect(gradeResponse(key, body.accepted[0] ?? '')).toBe(1)
        if (body.type === 'number') expect(gradeResponse(key, String(body.value).replace('.', ','))).toBe(1)
      }),
    )
  })
})

describe('IB-1: a sound item', () => {
  it('has no problems', () => {
    fc.assert(fc.property(itemBody, (body) => expect(problemsOf(body)).toEqual([])))
  })

  it.each<[string, Parameters<typeof problemsOf>[0], string]>([
    ['no stem', { type: 'true-false', stem: ' <p>&nbsp;</p>', isTrue: true }, 'stem_missing'],
    ['one option', { type: 'single-choice', stem: 'a', options: ['x'], key: 0 }, 'too_few_options'],
    ['no key', { type: 'single-choice', stem: 'a', options: ['x', 'y'], key: -1 }, 'key_missing'],
    [
      'a key that points nowhere',
      { type: 'single-choice', stem: 'a', options: ['x', 'y'], key: 2 },
      'key_out_of_range',
    ],
    [
      'equal options',
      { type: 'single-choice', stem: 'a', options: ['Một', ' một'.normalize('NFD')], key: 0 },
      'options_equal',
    ],
    ['an empty option', { type: 'single-choice', stem: 'a', options: ['x', ''], key: 0 }, 'option_empty'],
    ['eleven options', { type: 'single-choice', stem: 'a', options: [...'abcdefghijk'], key: 0 }, 'too_many_options'],
    [
      'several without a key',
      { type: 'multiple-choice', stem: 'a', options: ['x', 'y'], keys: [], grading: 'partial' },
      'key_missing',
    ],
    [
      'steps for three statements',
      {
        type: 'true-false-group',
        stem: 'a',
        statements: [...'xyz'].map((text) => ({ text, isTrue: true })),
        grading: 'stepped',
      },
      'stepped_needs_four',
    ],
    [
      'no accepted answer',
      { type: 'short-text', stem: 'a', accepted: [' '], ignoresDiacritics: true },
      'accepted_missing',
    ],
    ['no number', { type: 'number', stem: 'a', value: Number.NaN, tolerance: 0, unit: '' }, 'number_missing'],
    ['two entries', { type: 'ordering', stem: 'a', entries: ['x', 'y'], grading: 'partial' }, 'too_few_options'],
    [
      'equal choices',
      {
        type: 'matching',
        stem: 'a',
        pairs: [
          { prompt: 'p', choice: 'x' },
          { prompt: 'q', choice: 'X' },
        ],
        distractors: [],
        grading: 'partial',
      },
      'options_equal',
    ],
  ])('does not have %s', (_, body, code) => {
    expect(problemsOf(body).map((problem) => problem.code)).toContain(code)
  })

  it('may hold different pictures with the same words', () => {
    const options = ['<img src="media:a" alt="biểu tượng">', '<img src="media:b" alt="biểu tượng">']
    expect(problemsOf({ type: 'single-choice', stem: 'a', options, key: 0 })).toEqual([])
  })

  it('is translated whole or not at all', () => {
    const body = { type: 'single-choice' as const, stem: 'a', options: ['x', 'y'], key: 0 }
    const codes = (texts: string[]) =>
      problemsOf(body, { en: { stem: 's', texts, explanation: '' } }).map(({ code }) => code)
    expect(codes(['p', 'q'])).toEqual([])
    expect(codes(['p'])).toEqual(['translation_mismatch'])
    expect(codes(['p', ''])).toEqual(['translation_mismatch'])
  })
})
