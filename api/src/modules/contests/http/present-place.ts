import type { ItemQuestion, ItemResponse } from '@thiso/contracts/vocab'
import { presentRich } from '../../../platform/text/rich-text.js'
import { gradeResponse, type KeyRow, rightParts } from '../../item-bank/index.js'
import { type Place, tokenAt } from '../domain/place.js'

type Shown = Pick<ItemQuestion, 'type' | 'stem' | 'options' | 'choices' | 'unit' | 'translations'>

const TRUE = { vi: 'Đúng', en: 'True' }
const FALSE = { vi: 'Sai', en: 'False' }

/** An item as a paper shows it: texts and opaque tokens in the order of this paper; no id, no key. */
export function presentQuestion(place: Place, question: Shown) {
  const en = question.translations.en
  const texts = (
    tokens: string,
    order: readonly number[],
    vi: readonly string[],
    english: readonly string[] | undefined,
  ) =>
    order.map((index, at) => ({
      token: tokenAt(tokens, at),
      text: { vi: presentRich(vi[index] ?? ''), en: presentRich(english?.[index] ?? '') },
    }))
  return {
    type: place.type,
    stem: { vi: presentRich(question.stem), en: presentRich(en?.stem ?? '') },
    options: texts(place.tokens, place.optionOrder, question.options, en?.options),
    choices: texts(place.choiceTokens, place.choiceOrder, question.choices, en?.choices),
    unit: question.unit,
  }
}

/** A reviewed item with its key and what was given: called only when nobody's answer to it can count any more. */
export function presentReview(place: Place, question: Shown, row: KeyRow, response: ItemResponse | null) {
  const { key } = row
  const en = question.translations.en
  const option = (index: number) => rich(question.options[index], en?.options[index])
  const choice = (index: number) => rich(question.choices[index], en?.choices[index])
  const given = typeof response === 'string' || response === null ? [] : response
  const right = rightParts(key, response)
  const share = gradeResponse(key, response)
  const part = (
    text: ReturnType<typeof rich>,
    answer: ReturnType<typeof rich> | null,
    expected: ReturnType<typeof rich>,
    isRight: boolean,
  ) => ({
    text,
    given: answer,
    right: expected,
    isRight,
  })
  const truth = (isTrue: boolean) => (isTrue ? { vi: 'true', en: 'true' } : { vi: 'false', en: 'false' })
  const options: { text: ReturnType<typeof rich>; isKey: boolean; isChosen: boolean }[] = []
  const parts: ReturnType<typeof part>[] = []
  switch (key.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const keys = new Set(key.type === 'single-choice' ? [key.option] : key.options)
      for (const index of place.optionOrder)
        options.push({ text: option(index), isKey: keys.has(index), isChosen: given.includes(index) })
      break
    }
    case 'true-false':
      for (const [value, text] of [[1, TRUE] as const, [0, FALSE] as const])
        options.push({ text, isKey: key.isTrue === (value === 1), isChosen: given[0] === value })
      break
    case 'true-false-group':
      for (const index of place.optionOrder) {
        const mark = given[index]
        parts.push(
          part(
            option(index),
            mark === undefined || mark < 0 ? null : truth(mark === 1),
            truth(key.truths[index] ?? false),
            right[index] ?? false,
          ),
        )
      }
      break
    case 'matching':
      for (const index of place.optionOrder) {
        const mark = given[index]
        parts.push(
          part(
            option(index),
            mark === undefined || mark < 0 ? null : choice(mark),
            choice(key.choiceOf[index] ?? -1),
            right[index] ?? false,
          ),
        )
      }
      break
    case 'ordering':
      key.order.forEach((entry, at) => {
        const mark = given[at]
        parts.push(
          part(
            { vi: String(at + 1), en: String(at + 1) },
            mark === undefined ? null : option(mark),
            option(entry),
            right[at] ?? false,
          ),
        )
      })
      break
    case 'short-text':
      parts.push(
        part(
          plain(''),
          typeof response === 'string' ? escaped(response) : null,
          escaped(key.accepted.join(' / ')),
          share === 1,
        ),
      )
      break
    case 'number':
      parts.push(
        part(
          plain(''),
          typeof response === 'string' ? escaped(response) : null,
          numberText(key.value, key.tolerance),
          share === 1,
        ),
      )
  }
  return {
    type: place.type,
    stem: rich(question.stem, en?.stem),
    options,
    parts,
    unit: question.unit,
    isAnswered: response !== null && response.length > 0,
    share,
    isRight: share === 1,
    explanation: { vi: presentRich(row.explanation.vi), en: presentRich(row.explanation.en) },
    sources: row.citations.map(({ title, locator, url }) => ({ title, locator, url })),
  }
}

function rich(vi: string | undefined, en: string | undefined) {
  return { vi: presentRich(vi ?? ''), en: presentRich(en ?? '') }
}

function plain(text: string) {
  return { vi: text, en: text }
}

/** What somebody typed is text, never markup. */
function escaped(text: string) {
  return plain(text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'))
}

function numberText(value: number, tolerance: number) {
  const text = (locale: string) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
    return tolerance === 0 ? format.format(value) : `${format.format(value)} ± ${format.format(tolerance)}`
  }
  return { vi: text('vi'), en: text('en') }
}
