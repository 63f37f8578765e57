import { type ItemBody, type ItemDraft, textsOf } from '@thiso/contracts/vocab'
import { dayText, fieldText, numberText } from '../item-fields.js'
import { gradingName, levelName, topicName, typeName } from '../item-names.js'
import { joinQuoted } from '../quoted-list.js'
import { type ColumnId, LETTERS } from './columns.js'
import { joinPair } from './read-row.js'

/** What goes into a cell: a rich text as HTML, a plain text, or a number. */
export type Content = { html: string } | { text: string } | { number: number }

export type SheetLocale = 'vi' | 'en'

/** An item as cells by column; empty ones are left out. */
export function cellsOf(draft: ItemDraft, locale: SheetLocale): Map<ColumnId, Content> {
  const cells = new Map<ColumnId, Content>()
  const text = (id: ColumnId, value: string) => {
    if (value !== '') cells.set(id, { text: value })
  }
  const html = (id: ColumnId, value: string) => {
    if (value !== '') cells.set(id, { html: value })
  }
  const { body, translations } = draft
  const en = translations.en
  text('code', draft.code)
  text('type', typeName(body.type, locale))
  text('topic', draft.topic ? topicName(draft.topic, locale) : '')
  text('level', draft.level ? levelName(draft.level, locale) : '')
  html('stem', body.stem)
  for (const [at, value] of optionCells(body).entries()) html(`option${at}`, value)
  const key = keyContent(body, locale)
  if ('number' in key || key.text !== '') cells.set('key', key)
  text('grading', gradingText(body, locale))
  text('unit', body.type === 'number' ? body.unit : '')
  html('explanation', draft.explanation)
  for (const field of ['tags', 'competences', 'facts', 'sources', 'exclusionGroup', 'variantGroup'] as const)
    text(field, fieldText(draft, field, locale))
  if (draft.points !== 1) cells.set('points', { number: draft.points })
  if (draft.intendedDifficulty !== null) cells.set('difficulty', { number: draft.intendedDifficulty })
  text('validFrom', draft.validFrom ? dayText(draft.validFrom) : '')
  text('validTo', draft.validTo ? dayText(draft.validTo) : '')
  if (en) {
    html('stemEn', en.stem)
    for (const [at, value] of translatedCells(body, en.texts).entries()) html(`optionEn${at}`, value)
    html('explanationEn', en.explanation)
  }
  return cells
}

/** Pairs stand in one cell each, further choices behind them. */
function optionCells(body: ItemBody): string[] {
  if (body.type !== 'matching') return textsOf(body)
  return [
    ...body.pairs.map(({ prompt, choice }) => joinPair(prompt, choice)),
    ...body.distractors.map((choice) => joinPair('', choice)),
  ]
}

function translatedCells(body: ItemBody, texts: string[]): string[] {
  if (body.type !== 'matching') return texts
  const count = body.pairs.length
  const choices = texts.slice(count)
  return choices.map((choice, at) => joinPair(at < count ? (texts[at] ?? '') : '', choice))
}

function keyContent(body: ItemBody, locale: SheetLocale): { text: string } | { number: number } {
  const letters = (places: readonly number[]) => places.map((at) => LETTERS[at] ?? '').join(', ')
  const truth = (isTrue: boolean) => (locale === 'vi' ? (isTrue ? 'Đúng' : 'Sai') : isTrue ? 'True' : 'False')
  switch (body.type) {
    case 'single-choice':
      return { text: letters([body.key]) }
    case 'multiple-choice':
      return { text: letters(body.keys) }
    case 'true-false':
      return { text: truth(body.isTrue) }
    case 'true-false-group':
      return { text: body.statements.map(({ isTrue }) => truth(isTrue)).join(', ') }
    case 'short-text':
      return { text: joinQuoted(body.accepted, ';') }
    case 'number':
      return Number.isFinite(body.value) ? { number: body.value } : { text: '' }
    case 'ordering':
    case 'matching':
      return { text: '' }
  }
}

function gradingText(body: ItemBody, locale: SheetLocale): string {
  if (body.type === 'short-text') {
    if (locale === 'vi') return body.ignoresDiacritics ? 'Không xét dấu' : 'Xét dấu'
    return body.ignoresDiacritics ? 'Diacritics ignored' : 'Diacritics count'
  }
  if (body.type === 'number') return body.tolerance > 0 ? `± ${numberText(body.tolerance, locale)}` : ''
  return 'grading' in body ? gradingName(body.grading, locale) : ''
}

/** Which columns a list of items needs, in the order of the template. */
export function columnsFor(drafts: readonly ItemDraft[], least = 6): ColumnId[] {
  const count = (texts: (draft: ItemDraft) => number) => drafts.reduce((most, draft) => Math.max(most, texts(draft)), 0)
  const options = Math.max(
    least,
    count((draft) => optionCells(draft.body).length),
  )
  const hasEnglish = drafts.some((draft) => draft.translations.en !== undefined)
  const english = Math.max(
    hasEnglish || least > 0 ? Math.min(least, 4) : 0,
    count((draft) => translatedCells(draft.body, draft.translations.en?.texts ?? []).length),
  )
  const list = (name: 'option' | 'optionEn', size: number) =>
    Array.from({ length: size }, (_, at): ColumnId => `${name}${at}`)
  return [
    'code',
    'type',
    'topic',
    'level',
    'stem',
    ...list('option', options),
    'key',
    'grading',
    'unit',
    'explanation',
    'sources',
    'validFrom',
    'validTo',
    'tags',
    'points',
    'difficulty',
    'competences',
    'facts',
    'exclusionGroup',
    'variantGroup',
    'stemEn',
    ...list('optionEn', english),
    'explanationEn',
  ]
}

/** A content as one plain text, for formats without looks. */
export function plainContent(content: Content, plain: (html: string) => string, locale: SheetLocale): string {
  if ('number' in content) return numberText(content.number, locale)
  return 'text' in content ? content.text : plain(content.html)
}
