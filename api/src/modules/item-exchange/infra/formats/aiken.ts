import {
  type ExportLoss,
  escapeHtml,
  type ItemBody,
  type ItemDraft,
  plainText,
  type ReadRow,
} from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { decodeText } from './decode-text.js'
import { bareDraft, isSound } from './draft-texts.js'
import { tagsOf } from './draft-tags.js'
import type { ReadFile, WriteInput, WrittenFile } from './format.js'
import { hasMedia, mediaAsWords } from './html-media.js'
import { toHtml } from './text-formats.js'

/**
 * Aiken: a question on one line, options on lines that begin with a letter, and a line that names the right one. Read are also questions
 * of several lines, small letters, options that go on in the next line, and the Vietnamese word for "answer".
 */

const OPTION = /^([A-Za-z])[.)][ \t\u00a0]*/
const ANSWER = /^(?:ANSWER|ANS|ĐÁP ÁN|CORRECT ANSWER)[ \t\u00a0]*:/i
/** Stands where a text would otherwise be taken for a sign of the format; it is not seen. */
const JOINER = '\u2060'
const LETTER_A = 65
const MAX_OPTIONS = 26

interface Line {
  number: number
  text: string
  kind: 'text' | 'option' | 'answer'
  /** Of an option: its place by the letter, A is 0. */
  place: number
}

/** @throws ProblemError UPLOAD.ENCODING, UPLOAD.NO_ITEMS */
export async function readAiken(bytes: Uint8Array): Promise<ReadFile> {
  const { text, encoding } = decodeText(bytes)
  const rows = questionsOf(linesOf(text)).map(rowOf)
  if (rows.length === 0) throw new ProblemError('UPLOAD.NO_ITEMS')
  return { rows, media: new Map(), encoding }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim()
    const option = OPTION.exec(line)
    const kind = ANSWER.test(line) ? 'answer' : option ? 'option' : 'text'
    const place = option ? (option[1] as string).toUpperCase().charCodeAt(0) - LETTER_A : -1
    if (line !== '') lines.push({ number: index + 1, text: line, kind, place })
  }
  return lines
}

interface Question {
  start: number
  stem: string[]
  options: { place: number; text: string }[]
  answer: string | null
}

function questionsOf(lines: Line[]): Question[] {
  const questions: Question[] = []
  let current: Question | null = null
  // From each line on, the place of the next option; -1 when the answer comes first.
  const nextPlace = new Array<number>(lines.length + 1).fill(-1)
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    nextPlace[index] = line.kind === 'text' ? (nextPlace[index + 1] as number) : line.place
  }
  lines.forEach((line, index) => {
    const options: Question['options'] = current?.options ?? []
    // A new question begins after an answer, or where lines lead to an option A though options stand already.
    const isNext = options.length > 0 && (line.kind === 'text' ? nextPlace[index] === 0 : line.place === 0)
    if (!current || current.answer !== null || isNext) {
      current = { start: line.number, stem: [], options: [], answer: null }
      questions.push(current)
    }
    // "B. Hai" within a question that has no option A yet is a part of its text, and so is a small letter out of turn.
    const isOption =
      line.kind === 'option' &&
      (line.place === current.options.length || (current.options.length > 0 && /^[A-Z]/.test(line.text)))
    if (line.kind === 'answer') current.answer = line.text.replace(ANSWER, '').trim()
    else if (isOption) current.options.push({ place: line.place, text: line.text.replace(OPTION, '') })
    else if (current.options.length === 0) current.stem.push(line.text)
    else (current.options.at(-1) as Question['options'][number]).text += `\n${line.text}`
  })
  return questions
}

function rowOf({ start, stem, options, answer }: Question): ReadRow {
  const problems: ReadRow['problems'] = []
  const texts = options.map((option) => htmlOf(option.text))
  const body = { stem: htmlOf(stem.join('\n')), options: texts }
  const keys = keysIn(answer ?? '', options)
  if (keys === null) problems.push({ code: 'unreadable', detail: `ANSWER: ${answer ?? ''}`.slice(0, 120) })
  for (const [index, option] of options.entries())
    if (option.place !== index) {
      problems.push({ code: 'unreadable', detail: `${String.fromCharCode(LETTER_A + option.place)})` })
      break
    }
  if (keys && keys.length > 1)
    problems.push({ code: 'several_keys', detail: keys.map((key) => String.fromCharCode(LETTER_A + key)).join(', ') })
  const draft: ItemBody =
    keys && keys.length > 1
      ? { type: 'multiple-choice', ...body, keys, grading: 'all-or-nothing' }
      : { type: 'single-choice', ...body, key: keys?.[0] ?? -1 }
  return { place: `Dòng ${start}`, draft: bareDraft(draft), problems }
}

/**
 * Which options an answer line names: by letter ("B", "b)", "B, C"), or by its text.
 * @returns places; one past the last option for a letter that no option has; null when nothing is understood
 */
function keysIn(answer: string, options: Question['options']): number[] | null {
  if (answer === '') return []
  const byText = options.findIndex((option) => option.text.toLowerCase() === answer.toLowerCase())
  const letters = /^\(?([A-Za-z](?:[\s,;&]+[A-Za-z])*)[.)]*(?:\s.*)?$/.exec(answer)?.[1]
  if (!letters) return byText < 0 ? null : [byText]
  const keys = letters.split(/[\s,;&]+/).map((letter) => {
    const place = letter.toUpperCase().charCodeAt(0) - LETTER_A
    const index = options.findIndex((option) => option.place === place)
    return index < 0 ? options.length : index
  })
  return [...new Set(keys)].sort((a, b) => a - b)
}

function htmlOf(text: string): string {
  return toHtml(text, 'plain').split(JOINER).join('')
}

const plainOf = (html: string) =>
  plainText(mediaAsWords(html))
    .replace(/\s*\n\s*/g, ' ')
    .trim()

/** Plain text of stem and options; everything else that an item says is lost. */
export async function writeAiken({ items }: WriteInput): Promise<WrittenFile> {
  const questions = items.flatMap(({ body }) => {
    if (body.type !== 'single-choice' || !isCarried(body)) return []
    const options = body.options.map((option, index) => `${letterOf(index)}) ${guarded(plainOf(option))}`)
    // A stem that looks like an option or an answer gets something invisible between its first word and the sign.
    const stem = guarded(plainOf(body.stem))
      .replace(/^([A-Za-z])(?=[.)])/, `$1${JOINER}`)
      .replace(/^(ANSWER|ANS|ĐÁP ÁN|CORRECT ANSWER)(?=[ \t\u00a0]*:)/i, `$1${JOINER}`)
    return [[stem, ...options, `ANSWER: ${letterOf(body.key)}`].join('\n')]
  })
  return { bytes: new TextEncoder().encode(`${questions.join('\n\n')}\n`), extension: 'txt', mime: 'text/plain' }
}

const letterOf = (index: number) => String.fromCharCode(LETTER_A + index)
const guarded = (text: string) => text.replace(/\$(?=\$)/g, `$&${JOINER}`)

function isCarried(body: ItemBody): boolean {
  if (body.type !== 'single-choice' || body.options.length > MAX_OPTIONS) return false
  return isSound({
    ...body,
    stem: escapeHtml(plainOf(body.stem)),
    options: body.options.map((o) => escapeHtml(plainOf(o))),
  })
}

export function aikenLosses(item: ItemDraft): ExportLoss[] {
  if (!isCarried(item.body) || item.body.type !== 'single-choice') return ['type_not_carried']
  const texts = [item.body.stem, ...item.body.options]
  const losses: ExportLoss[] = []
  if (item.explanation !== '') losses.push('explanation_lost')
  if (texts.some(hasMedia)) losses.push('media_lost')
  if (texts.some((html) => escapeHtml(plainOf(html)) !== mediaAsWords(html))) losses.push('rich_text_lost')
  if (item.sources.length > 0) losses.push('sources_lost')
  if (item.translations.en) losses.push('translations_lost')
  const bare = { ...item, validFrom: null, validTo: null }
  if (item.code !== '' || item.points !== 1 || tagsOf(bare).length > 0) losses.push('metadata_lost')
  if (item.validFrom !== null || item.validTo !== null) losses.push('validity_lost')
  return losses
}
