import {
  escapeHtml,
  type ExportLoss,
  type ItemBody,
  type ItemDraft,
  type ItemProblem,
  plainText,
} from '@thiso/contracts/vocab'
import type { Losses } from './format.js'
import { hasMedia, mediaAsWords } from './html-media.js'
import { nameKey } from './item-names.js'

/** What an item and a question of Kahoot have in common. */

const STEM_MAX = 120
const ANSWER_MAX = 75
export const ANSWERS = 4

/** @param right places of the right answers, from 0 */
export function quizBody(
  stem: string,
  options: string[],
  right: number[],
): { body: ItemBody; problem: ItemProblem | null } {
  const beyond = right.filter((at) => at < 0 || at >= options.length)
  const known = right.filter((at) => !beyond.includes(at))
  const problem =
    beyond.length > 0
      ? ({ code: 'key_out_of_range', detail: beyond.map((at) => at + 1).join(', ') } as const)
      : right.length === 0
        ? ({ code: 'key_missing', detail: '' } as const)
        : null
  const words = options.map((text) => nameKey(plainText(text)))
  const isJudged = words.length === 2 && (words.join() === 'dung,sai' || words.join() === 'true,false')
  if (isJudged && known.length === 1) return { body: { type: 'true-false', stem, isTrue: known[0] === 0 }, problem }
  if (known.length > 1)
    return { body: { type: 'multiple-choice', stem, options, keys: known, grading: 'all-or-nothing' }, problem }
  return { body: { type: 'single-choice', stem, options, key: known[0] ?? -1 }, problem }
}

export type Quiz = Extract<ItemBody, { type: 'single-choice' | 'multiple-choice' | 'true-false' }>

export function isQuiz(body: ItemBody): body is Quiz {
  // Where several may be right and one is, Kahoot would show a question of another type.
  if (body.type === 'multiple-choice') return body.keys.length > 1
  return body.type === 'single-choice' || body.type === 'true-false'
}

/** A text as Kahoot shows it: one line, formulas as they are typed, no longer than it takes. */
function shown(html: string, max: number): string {
  const text = plainLine(html)
  const letters = [...text]
  return letters.length <= max
    ? text
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}

function plainLine(html: string): string {
  return plainText(mediaAsWords(html).replace(/\\[()]/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Which options go along when there are too many: the right ones before the others, all in their order. */
function keptOptions(options: readonly string[], keys: readonly number[]): number[] {
  const places = [...options.keys()]
  const chosen = [...places.filter((at) => keys.includes(at)), ...places.filter((at) => !keys.includes(at))].slice(
    0,
    ANSWERS,
  )
  return chosen.toSorted((a, b) => a - b)
}

/** What of an item goes into a row: its text, up to four answers, the right ones. */
export function quizOf(body: Quiz, locale: 'vi' | 'en'): { stem: string; answers: string[]; right: number[] } {
  const stem = shown(body.stem, STEM_MAX)
  if (body.type === 'true-false')
    return { stem, answers: locale === 'vi' ? ['Đúng', 'Sai'] : ['True', 'False'], right: [body.isTrue ? 0 : 1] }
  const keys = body.type === 'single-choice' ? [body.key] : body.keys
  const kept = keptOptions(body.options, keys)
  const right = kept.flatMap((at, place) => (keys.includes(at) ? [place] : []))
  return { stem, answers: kept.map((at) => shown(body.options[at] as string, ANSWER_MAX)), right }
}

export const kahootLosses: Losses = (item) => {
  const { body } = item
  if (!isQuiz(body)) return ['type_not_carried']
  const losses = new Set<ExportLoss>(besidesTexts(item))
  const options = body.type === 'true-false' ? [] : body.options
  const texts: [html: string, max: number][] = [
    [body.stem, STEM_MAX],
    ...options.map((html): [string, number] => [html, ANSWER_MAX]),
  ]
  for (const [html, max] of texts) {
    if (hasMedia(html)) losses.add('media_lost')
    if (/\\[()]/.test(html)) losses.add('formula_lost')
    const words = mediaAsWords(html).replace(/\\[()]/g, '')
    if (escapeHtml(plainLine(html)) !== words) losses.add('rich_text_lost')
    if ([...plainLine(html)].length > max) losses.add('text_cut')
  }
  if (options.length > ANSWERS) losses.add('options_cut')
  if (body.type === 'multiple-choice' && body.grading !== 'all-or-nothing') losses.add('grading_lost')
  return [...losses]
}

function besidesTexts(item: ItemDraft): ExportLoss[] {
  const { code, topic, level, points, intendedDifficulty, tags, competences, facts, exclusionGroup, variantGroup } =
    item
  const lists = [tags, competences, facts]
  const hasDetails =
    [code, exclusionGroup, variantGroup].some((text) => text !== '') ||
    [topic, level, intendedDifficulty].some((value) => value !== null) ||
    lists.some((list) => list.length > 0) ||
    points !== 1
  const lost: [boolean, ExportLoss][] = [
    [item.explanation !== '', 'explanation_lost'],
    [item.translations.en !== undefined, 'translations_lost'],
    [item.sources.length > 0, 'sources_lost'],
    [hasDetails, 'metadata_lost'],
    [item.validFrom !== null || item.validTo !== null, 'validity_lost'],
  ]
  return lost.flatMap(([isLost, loss]) => (isLost ? [loss] : []))
}
