import { plainText } from '@thiso/contracts/vocab'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { englishTexts, gradingOf, hasEnglish, keptCitations, keptDistractors } from './draft-body'
import { type Draft, FEWEST_LINES, type Line, MOST_LINES } from './item-draft'

/** A place on the page where something is missing or wrong; also the end of its element's id, 'item-…'. */
export type FieldKey =
  | 'bankId'
  | 'topic'
  | 'level'
  | 'stem'
  | 'lines'
  | 'key'
  | 'accepted'
  | 'value'
  | 'grading'
  | 'points'
  | 'explanation'
  | 'validTo'
  | 'english'
  | `line:${string}`
  | `match:${string}`
  | `truth:${string}`
  | `distractor:${string}`
  | `citation:${string}`
  | `url:${string}`

/** What it is that is missing, for its sentence. */
export type GapWord =
  | 'bankId'
  | 'topic'
  | 'level'
  | 'stem'
  | 'fewLines'
  | 'manyLines'
  | 'line'
  | 'equal'
  | 'match'
  | 'key'
  | 'truth'
  | 'accepted'
  | 'value'
  | 'steppedNeedsFour'
  | 'points'
  | 'english'
  | 'citation'
  | 'url'
  | 'validTo'

export interface Gap {
  field: FieldKey
  word: GapWord
}

/** IB-1: what must be there before anything can be sent, in the order of the page. */
export function gapsOf(draft: Draft): Gap[] {
  const gaps: Gap[] = []
  const add = (field: FieldKey, word: GapWord) => gaps.push({ field, word })
  if (!draft.bankId) add('bankId', 'bankId')
  if (!draft.topic) add('topic', 'topic')
  if (!draft.level) add('level', 'level')
  if (isBlankHtml(draft.stem)) add('stem', 'stem')
  gaps.push(...bodyGaps(draft))
  if (hasEnglish(draft) && (isBlankHtml(draft.stemEn) || englishTexts(draft).some(isBlankHtml)))
    add('english', 'english')
  if (draft.points === null) add('points', 'points')
  for (const { id, documentId, title, url } of keptCitations(draft)) {
    if (documentId === null && title.trim() === '') add(`citation:${id}`, 'citation')
    if (url.trim() !== '' && !/^https?:\/\/[^\s.]+\.\S+$/i.test(url.trim())) add(`url:${id}`, 'url')
  }
  if (draft.validFrom && draft.validTo && draft.validTo < draft.validFrom) add('validTo', 'validTo')
  return gaps
}

function bodyGaps(draft: Draft): Gap[] {
  const { type, lines } = draft
  switch (type) {
    case 'single-choice':
      return [...lineGaps(draft), ...when(!lines.some((line) => line.id === draft.keyId), 'key')]
    case 'multiple-choice':
      return [...lineGaps(draft), ...when(!lines.some((line) => line.isKey), 'key')]
    case 'true-false':
      return when(draft.isTrue === null, 'key')
    case 'true-false-group': {
      const untold = lines.filter((line) => line.truth === null)
      const isUneven = gradingOf(draft) === 'stepped' && lines.length !== 4
      return [
        ...lineGaps(draft),
        ...untold.map(({ id }): Gap => ({ field: `truth:${id}`, word: 'truth' })),
        ...(isUneven ? [{ field: 'grading', word: 'steppedNeedsFour' } as const] : []),
      ]
    }
    case 'short-text':
      return when(!draft.accepted.some((line) => line.text.trim() !== ''), 'accepted')
    case 'number':
      return when(draft.value === null, 'value')
    case 'ordering':
      return lineGaps(draft)
    case 'matching': {
      const unmatched = lines.filter((line) => isBlankHtml(line.match))
      const rest = keptDistractors(draft)
      const choices = [
        ...lines.map((line) => ({ field: `match:${line.id}` as const, text: line.match })),
        ...rest.map((line) => ({ field: `distractor:${line.id}` as const, text: line.text })),
      ]
      return [
        ...lineGaps(draft, rest.length),
        ...unmatched.map(({ id }): Gap => ({ field: `match:${id}`, word: 'match' })),
        ...rest.flatMap(({ id, text }): Gap[] =>
          isBlankHtml(text) ? [{ field: `distractor:${id}`, word: 'line' }] : [],
        ),
        ...equalOnes(choices),
      ]
    }
  }
}

const when = (isMissing: boolean, word: 'key' | 'accepted' | 'value'): Gap[] =>
  isMissing ? [{ field: word, word }] : []

function lineGaps({ type, lines }: Pick<Draft, 'type' | 'lines'>, moreCount = 0): Gap[] {
  const blank = lines.filter((line) => isBlankHtml(line.text))
  return [
    ...(lines.length < FEWEST_LINES[type] ? [{ field: 'lines', word: 'fewLines' } as const] : []),
    ...(lines.length + moreCount > MOST_LINES ? [{ field: 'lines', word: 'manyLines' } as const] : []),
    ...blank.map(({ id }): Gap => ({ field: `line:${id}`, word: 'line' })),
    ...equalOnes(lines.map((line: Line) => ({ field: `line:${line.id}`, text: line.text }))),
  ]
}

/** IB-1: texts that say the same when case, spaces and marking are ignored; a picture is what it shows. */
function equalOnes(texts: readonly { field: FieldKey; text: string }[]): Gap[] {
  const seen = new Set<string>()
  return texts.flatMap(({ field, text }): Gap[] => {
    const media = text.match(/media:[^"]+/g)?.join(' ') ?? ''
    const same = `${plainText(text).normalize('NFC').toLowerCase()} ${media}`.replace(/\s+/g, ' ').trim()
    if (same === '') return []
    if (seen.has(same)) return [{ field, word: 'equal' }]
    seen.add(same)
    return []
  })
}

/** Where on the page a field that the API refused stands: 'body.options.2' is the third line. */
export function fieldAt(path: string, draft: Draft): FieldKey | null {
  const parts = path.replace(/^body\./, '').split('.')
  const [head = '', second, third] = parts
  const at = Number(second)
  const line = second !== undefined && Number.isInteger(at) ? draft.lines[at] : undefined
  switch (head) {
    case 'options':
    case 'entries':
      return line ? `line:${line.id}` : 'lines'
    case 'statements':
      return line ? (third === 'isTrue' ? `truth:${line.id}` : `line:${line.id}`) : 'lines'
    case 'pairs':
      return line ? (third === 'choice' ? `match:${line.id}` : `line:${line.id}`) : 'lines'
    case 'distractors': {
      const extra = keptDistractors(draft)[at]
      return extra ? `distractor:${extra.id}` : 'lines'
    }
    case 'key':
    case 'keys':
    case 'isTrue':
      return 'key'
    case 'tolerance':
      return 'value'
    case 'translations':
      return 'english'
    case 'citations': {
      const citation = keptCitations(draft)[at]
      return citation ? `${third === 'url' ? 'url' : 'citation'}:${citation.id}` : null
    }
    case 'validFrom':
    case 'validTo':
      return 'validTo'
    case 'bankId':
    case 'topic':
    case 'level':
    case 'stem':
    case 'accepted':
    case 'value':
    case 'grading':
    case 'points':
    case 'explanation':
      return head
    default:
      return null
  }
}
