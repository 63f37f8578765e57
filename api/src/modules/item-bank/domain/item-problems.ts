import {
  type ItemBody,
  type ItemProblem,
  type ItemProblemCode,
  type ItemTranslation,
  plainText,
  textsOf,
} from '@thiso/contracts/vocab'

const OPTIONS_MAX = 10
const TEXT_MAX = 4_000
const STEM_MAX = 20_000
const MIN_PARTS = { 'single-choice': 2, 'multiple-choice': 2, 'true-false-group': 2, ordering: 3, matching: 2 } as const

/**
 * IB-1: what keeps an item from being used: no stem, too few or too many options, options that are equal (also when case, spaces and
 * the encoding of marks are ignored), no key or one that points nowhere, a translation that does not fit.
 * @returns nothing for a sound item
 */
export function problemsOf(body: ItemBody, translations: { en?: ItemTranslation } = {}): ItemProblem[] {
  const problems: ItemProblem[] = []
  const add = (code: ItemProblemCode, detail = '') => problems.push({ code, detail })
  if (isEmpty(body.stem)) add('stem_missing')
  if (body.stem.length > STEM_MAX) add('text_too_long', 'stem')
  const texts = textsOf(body)
  texts.forEach((text, index) => {
    if (isEmpty(text)) add('option_empty', String(index + 1))
    if (text.length > TEXT_MAX) add('text_too_long', String(index + 1))
  })
  const min = MIN_PARTS[body.type as keyof typeof MIN_PARTS] ?? 0
  const count = body.type === 'matching' ? body.pairs.length : texts.length
  if (count < min) add('too_few_options', String(min))
  if (count > OPTIONS_MAX || (body.type === 'matching' && body.pairs.length + body.distractors.length > OPTIONS_MAX))
    add('too_many_options', String(OPTIONS_MAX))
  for (const group of distinctGroups(body)) {
    const seen = new Set<string>()
    for (const text of group.map(comparable)) {
      if (text !== '' && seen.has(text)) {
        add('options_equal', text.slice(0, 60))
        break
      }
      seen.add(text)
    }
  }
  problems.push(...keyProblems(body))
  if (translations.en) {
    if (isEmpty(translations.en.stem) || translations.en.texts.length !== texts.length)
      add('translation_mismatch', 'en')
    else if (translations.en.texts.some(isEmpty)) add('translation_mismatch', 'en')
  }
  return problems
}

function keyProblems(body: ItemBody): ItemProblem[] {
  const one = (code: ItemProblemCode, detail = ''): ItemProblem[] => [{ code, detail }]
  const isIndex = (key: number, count: number) => Number.isInteger(key) && key >= 0 && key < count
  switch (body.type) {
    case 'single-choice':
      if (body.key === -1) return one('key_missing')
      return isIndex(body.key, body.options.length) ? [] : one('key_out_of_range')
    case 'multiple-choice':
      if (body.keys.length === 0) return one('key_missing')
      return body.keys.every((key) => isIndex(key, body.options.length)) ? [] : one('key_out_of_range')
    case 'true-false-group':
      return body.grading === 'stepped' && body.statements.length !== 4 ? one('stepped_needs_four') : []
    case 'short-text':
      return body.accepted.some((text) => text.trim() !== '') ? [] : one('accepted_missing')
    case 'number':
      return Number.isFinite(body.value) && Number.isFinite(body.tolerance) && body.tolerance >= 0
        ? []
        : one('number_missing')
    default:
      return []
  }
}

/** Lists within which no two texts may say the same. */
function distinctGroups(body: ItemBody): string[][] {
  if (body.type !== 'matching') return [textsOf(body)]
  return [body.pairs.map((pair) => pair.prompt), [...body.pairs.map((pair) => pair.choice), ...body.distractors]]
}

function comparable(text: string): string {
  // A picture is what it shows, not its address alone: two options may hold the same words and different pictures.
  const media = text.match(/media:[^"]+/g)?.join(' ') ?? ''
  return `${plainText(text).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}${media && ` ${media}`}`
}

function isEmpty(text: string): boolean {
  return plainText(text).trim() === '' && !/<(img|audio)\b/i.test(text)
}
