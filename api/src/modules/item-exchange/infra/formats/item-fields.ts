import { COMPETENCES, type DraftSource, type ItemDraft, type ItemProblem, numbersOf } from '@thiso/contracts/vocab'
import { readLevel, readTopic } from './item-names.js'
import { joinQuoted, splitQuoted } from './quoted-list.js'

/** What an item says besides its question, as short texts: cells of a sheet, lines of a document. */

/** A number as it is written in a language, without an exponent. */
export function numberText(value: number, locale: 'vi' | 'en' = 'vi'): string {
  const text = withoutExponent(String(value))
  return locale === 'vi' ? text.replace('.', ',') : text
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0') + (digits.length > point ? `.${digits.slice(point)}` : '')
}

/** The number that a text means first, in a language that writes a point or a comma before decimals; null when it is none. */
export function readNumber(text: string, isEnglish = false): number | null {
  const readings = numbersOf(text)
  return (isEnglish && /\.\d+$/.test(text.trim()) ? readings.at(-1) : readings[0]) ?? null
}

/** One source: "document | place in it | address | căn cứ". */
export function sourceText({ document, locator, url, role }: DraftSource, locale: 'vi' | 'en'): string {
  const basis = locale === 'vi' ? 'căn cứ' : 'basis'
  const literal = (text: string) => (isSign(text) ? `"${text.replace(/"/g, '""')}"` : joinQuoted([text], '|'))
  const parts = [
    literal(document),
    ...(locator === '' ? [] : [literal(locator)]),
    ...(url === '' ? [] : [url]),
    ...(role === 'basis' ? [basis] : []),
  ]
  return parts.join(' | ')
}

const URL_ALONE = /^https?:\/\/\S+$/i
const ROLES: Record<string, DraftSource['role']> = {
  'căn cứ': 'basis',
  basis: 'basis',
  'tham khảo': 'reference',
  reference: 'reference',
}
const isSign = (text: string) => URL_ALONE.test(text) || text.toLowerCase() in ROLES

/** @param role what it is unless the text says otherwise */
export function readSource(text: string, role: DraftSource['role'] = 'reference'): DraftSource | null {
  const source: DraftSource = { document: '', locator: '', url: '', role }
  const parts = splitQuoted(text, '|')
  parts.forEach(({ text: part, isQuoted }, at) => {
    const named = isQuoted ? undefined : ROLES[part.toLowerCase()]
    if (named && at > 0) source.role = named
    else if (!isQuoted && URL_ALONE.test(part) && source.url === '') source.url = part
    else if (source.document === '' && at === 0) source.document = part
    else source.locator = source.locator === '' ? part : `${source.locator}, ${part}`
  })
  // An address within other words: "Cổng dịch vụ công, https://…"
  const inner = /\s*[,(–-]?\s*(https?:\/\/[^\s)]+)\)?\s*$/i.exec(source.document)
  if (inner && source.url === '' && parts[0]?.isQuoted === false) {
    source.url = inner[1] as string
    source.document = source.document.slice(0, inner.index).trim()
  }
  if (source.document === '' && source.url === '') return null
  // An address alone is also the name of what is there.
  if (source.document === '' && parts[0]?.isQuoted === false) source.document = source.url
  return source
}

/** Days as 2026-07-01, 01/07/2026, 1.7.2026 or 1-7-2026; undefined when it is none that exists. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text.trim())
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/.exec(text.trim())
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  if (!year || !month || !day) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written
}

/** 2026-07-01 as 01/07/2026. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/')
}

export type FieldName =
  | 'code'
  | 'topic'
  | 'level'
  | 'tags'
  | 'points'
  | 'difficulty'
  | 'competences'
  | 'facts'
  | 'sources'
  | 'bases'
  | 'exclusionGroup'
  | 'variantGroup'
  | 'validFrom'
  | 'validTo'

/**
 * Puts what a text says of a field into a draft.
 * @param isOurs in our own sheets an unknown topic or level is a mistake; in a stranger's document it is just a word, kept as a tag
 * @returns what was wrong with it
 */
export function setField(draft: ItemDraft, field: FieldName, text: string, isOurs: boolean): ItemProblem[] {
  const value = text.trim()
  if (value === '') return []
  const list = () => splitQuoted(value, ';').map((one) => one.text)
  switch (field) {
    case 'code':
      draft.code = value
      return []
    case 'topic': {
      const topic = readTopic(value)
      if (topic) draft.topic = topic
      else if (isOurs) return [{ code: 'topic_unknown', detail: value.slice(0, 80) }]
      else addTag(draft, value)
      return []
    }
    case 'level': {
      const read = readLevel(value)
      if (read) draft.level = read.level
      else if (isOurs) return [{ code: 'level_unknown', detail: value.slice(0, 80) }]
      else return [{ code: 'part_ignored', detail: value.slice(0, 80) }]
      return read.isGuessed ? [{ code: 'level_assumed', detail: value }] : []
    }
    case 'tags':
      for (const tag of list().flatMap((one) => (/[;"]/.test(value) || isOurs ? [one] : one.split(','))))
        addTag(draft, tag)
      return []
    case 'points': {
      const points = readNumber(value.replace(/\s*(?:điểm|đ|points?|pts?)\.?$/iu, ''))
      if (points === null) return [{ code: 'points_out_of_range', detail: value.slice(0, 40) }]
      draft.points = points
      return []
    }
    case 'difficulty': {
      const percent = readNumber(value.replace(/\s*%$/, ''))
      if (percent === null)
        return readLevel(value)
          ? setField(draft, 'level', value, isOurs)
          : [{ code: 'part_ignored', detail: value.slice(0, 80) }]
      const whole = Math.round(percent > 0 && percent < 1 ? percent * 100 : percent)
      if (whole < 5 || whole > 95) return [{ code: 'part_ignored', detail: value }]
      draft.intendedDifficulty = whole
      return []
    }
    case 'competences': {
      const codes = value.split(/[;,\s|]+/).filter((one) => one !== '')
      const known = codes.filter((one) => (COMPETENCES as readonly string[]).includes(one))
      draft.competences = [...new Set([...draft.competences, ...known])]
      return known.length === codes.length ? [] : [{ code: 'part_ignored', detail: value.slice(0, 80) }]
    }
    case 'facts':
      draft.facts = [...draft.facts, ...list()]
      return []
    case 'sources':
    case 'bases': {
      const read = value.split('\n').map((line) => readSource(line, field === 'bases' ? 'basis' : 'reference'))
      draft.sources = [...draft.sources, ...read.filter((one) => one !== null)]
      return []
    }
    case 'exclusionGroup':
    case 'variantGroup':
      draft[field] = value
      return []
    case 'validFrom':
    case 'validTo': {
      const day = readDay(value)
      if (day === undefined) return [{ code: 'part_ignored', detail: value.slice(0, 80) }]
      draft[field] = day
      return []
    }
  }
}

function addTag(draft: ItemDraft, tag: string): void {
  const trimmed = tag.trim()
  if (trimmed !== '' && !draft.tags.includes(trimmed)) draft.tags.push(trimmed)
}

/** What a draft says of a field, as text for the way back; '' for nothing. */
export function fieldText(
  draft: ItemDraft,
  field: Exclude<FieldName, 'topic' | 'level' | 'bases'>,
  locale: 'vi' | 'en',
): string {
  switch (field) {
    case 'tags':
    case 'facts':
      return joinQuoted(draft[field], ';')
    case 'competences':
      return draft.competences.join('; ')
    case 'points':
      return draft.points === 1 ? '' : numberText(draft.points)
    case 'difficulty':
      return draft.intendedDifficulty === null ? '' : `${draft.intendedDifficulty}%`
    case 'sources':
      return draft.sources.map((source) => sourceText(source, locale)).join('\n')
    case 'validFrom':
    case 'validTo':
      return draft[field] === null ? '' : dayText(draft[field])
    default:
      return draft[field]
  }
}
