import { type ItemBody, plainText } from '@thiso/contracts/vocab'
import type { Written } from '../draft/draft-body'

/** What a part of an item is called: its sort, and where there are several its number from 1. */
export interface LineName {
  sort:
    | 'stem'
    | 'type'
    | 'option'
    | 'statement'
    | 'entry'
    | 'prompt'
    | 'choice'
    | 'distractor'
    | 'accepted'
    | 'value'
    | 'key'
    | 'grading'
    | 'explanation'
    | 'english'
    | 'source'
    | 'validFrom'
    | 'validTo'
  number: number
}

export interface WrittenLine extends LineName {
  /** Plain words; a key or a grading in its own short form, for the page to put into words. */
  text: string
}

/** Everything that a version says, line by line, in the order of the page. */
export function linesOf({ body, explanation, translations, citations, validFrom, validTo }: Written): WrittenLine[] {
  const en = translations.en
  const one = (sort: LineName['sort'], text: string): WrittenLine[] => (text ? [{ sort, number: 0, text }] : [])
  const many = (sort: LineName['sort'], texts: readonly string[]) =>
    texts.map((text, index): WrittenLine => ({ sort, number: index + 1, text: plainText(text) }))
  return [
    ...one('type', body.type),
    ...one('stem', plainText(body.stem)),
    ...bodyLines(body, one, many),
    ...one('explanation', plainText(explanation)),
    ...(en ? many('english', [en.stem, ...en.texts, en.explanation].filter(Boolean)) : []),
    ...many(
      'source',
      citations.map(({ title, locator, role }) => [title, locator, role].filter(Boolean).join(', ')),
    ),
    ...one('validFrom', validFrom ?? ''),
    ...one('validTo', validTo ?? ''),
  ]
}

type One = (sort: LineName['sort'], text: string) => WrittenLine[]
type Many = (sort: LineName['sort'], texts: readonly string[]) => WrittenLine[]

function bodyLines(body: ItemBody, one: One, many: Many): WrittenLine[] {
  switch (body.type) {
    case 'single-choice':
      return [...many('option', body.options), ...one('key', letterOf(body.key))]
    case 'multiple-choice':
      return [
        ...many('option', body.options),
        ...one('key', body.keys.map(letterOf).join(', ')),
        ...one('grading', body.grading),
      ]
    case 'true-false':
      return one('key', truth(body.isTrue))
    case 'true-false-group':
      return [
        ...many(
          'statement',
          body.statements.map(({ text }) => text),
        ),
        ...one('key', body.statements.map(({ isTrue }) => truth(isTrue)).join(' ')),
        ...one('grading', body.grading),
      ]
    case 'short-text':
      return many('accepted', body.accepted)
    case 'number':
      return one('value', `${body.value}${body.tolerance ? ` ± ${body.tolerance}` : ''} ${body.unit}`.trim())
    case 'ordering':
      return [...many('entry', body.entries), ...one('grading', body.grading)]
    case 'matching':
      return [
        ...many(
          'prompt',
          body.pairs.map(({ prompt }) => prompt),
        ),
        ...many(
          'choice',
          body.pairs.map(({ choice }) => choice),
        ),
        ...many('distractor', body.distractors),
        ...one('grading', body.grading),
      ]
  }
}

const letterOf = (index: number) => (index < 0 ? '' : String.fromCharCode(65 + index))
/** As it stands in a key line; the page puts it into words. */
const truth = (isTrue: boolean) => (isTrue ? 'true' : 'false')

export interface ChangedLine extends LineName {
  before: string
  after: string
}

/** The parts in which two versions differ, in the order of the page; '' where a version lacks the part. */
export function changesBetween(from: Written, to: Written): ChangedLine[] {
  const nameOf = (line: LineName) => `${line.sort} ${line.number}`
  const before = new Map(linesOf(from).map((line) => [nameOf(line), line]))
  const after = new Map(linesOf(to).map((line) => [nameOf(line), line]))
  const order = [...after.values(), ...[...before.values()].filter((line) => !after.has(nameOf(line)))]
  const rank = (line: LineName) => SORTS.indexOf(line.sort)
  return order
    .map((line) => ({
      sort: line.sort,
      number: line.number,
      before: before.get(nameOf(line))?.text ?? '',
      after: after.get(nameOf(line))?.text ?? '',
    }))
    .filter((line) => line.before !== line.after)
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}

const SORTS: readonly LineName['sort'][] = [
  'type',
  'stem',
  'option',
  'statement',
  'entry',
  'prompt',
  'choice',
  'distractor',
  'accepted',
  'value',
  'key',
  'grading',
  'explanation',
  'english',
  'source',
  'validFrom',
  'validTo',
]
