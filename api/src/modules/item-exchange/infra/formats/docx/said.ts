import { GRADINGS_OF, type ItemBody } from '@thiso/contracts/vocab'
import { type FieldName, readNumber } from '../item-fields.js'
import { readGrading, readType } from '../item-names.js'
import type { Detail, DetailField } from './details.js'

const OF_BODY = new Set<DetailField>(['type', 'grading', 'unit', 'tolerance', 'diacritics'])

/** Does a detail say something of the question itself, and not of the item around it? */
export function isOfBody(field: DetailField): field is Exclude<DetailField, FieldName> {
  return OF_BODY.has(field)
}

/** A question with what lines such as "Cách chấm: …" and "Sai số: …" say of it, where that fits its type. */
export function withSaid(body: ItemBody, details: readonly Detail[]): ItemBody {
  return details.reduce((said, { field, value }) => (isOfBody(field) ? withOne(said, field, value) : said), body)
}

function withOne(body: ItemBody, field: Exclude<DetailField, FieldName>, value: string): ItemBody {
  if (field === 'type' && readType(value) === 'multiple-choice' && body.type === 'single-choice')
    return {
      type: 'multiple-choice',
      stem: body.stem,
      options: body.options,
      keys: body.key < 0 ? [] : [body.key],
      grading: 'all-or-nothing',
    }
  if (field === 'unit' && body.type === 'number') return { ...body, unit: value }
  if (field === 'tolerance' && body.type === 'number')
    return { ...body, tolerance: Math.abs(readNumber(value.replace(/^±\s*/, '')) ?? 0) }
  if (field === 'diacritics' && body.type === 'short-text')
    return { ...body, ignoresDiacritics: !/^(?:có xét|xét|count)/iu.test(value) }
  if (field === 'grading' && 'grading' in body) {
    const grading = readGrading(value)
    const allowed: readonly string[] = GRADINGS_OF[body.type]
    return grading && allowed.includes(grading) ? ({ ...body, grading } as ItemBody) : body
  }
  return body
}
