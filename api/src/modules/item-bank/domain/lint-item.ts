import { type ItemBody, type LintCode, type LintWeight, plainText, textsOf } from '@thiso/contracts/vocab'
import { comparableText } from './typed-answers.js'

export interface Finding {
  code: LintCode
  weight: LintWeight
  detail: string
}

export interface LintedItem {
  body: ItemBody
  explanation: string
  citationCount: number
  /** Names of documents or units that have ended and that it rests on. */
  endedGrounds: readonly string[]
}

/** Options like "all of these", "A and B", "none of these". */
const CATCH_ALL =
  /^(tất cả|cả)\s+(các\s+|những\s+|hai\s+|ba\s+|bốn\s+)?(đáp án|phương án|lựa chọn|câu|ý|điều|nội dung|[a-f](?!\p{L}))|^(cả\s+)?[a-f]\s*(,|và|&)\s*[a-f](?!\p{L})|^không\s+(có\s+)?(đáp án|phương án|lựa chọn|câu|ý)( nào)?|^(all|none|both) of (the|these)|^(all|none) of (them|above)/iu

/** A stem that asks for what is not so. */
const NEGATIVE =
  /(?<!\p{L})(không phải|không đúng|không thuộc|không bao gồm|không được|không nên|sai|ngoại trừ|trừ)(?!\p{L})[^.!?:]*[?:]?\s*$/iu
const MARKED =
  /<(b|u|i)>[^<]*(không|sai|trừ|not|except)[^<]*<\/\1>|(?<!\p{L})(KHÔNG|SAI|TRỪ|NGOẠI TRỪ|NOT|EXCEPT)(?!\p{L})/u

/** Syllables in one sentence of a stem from which on a pupil loses the thread, and in the whole stem. */
const SENTENCE_MAX = 45
const STEM_MAX = 160
/** How much longer than the next the key may be before it stands out. */
const LENGTH_RATIO = 1.35
const LENGTH_GAP = 12

/**
 * IB-15: what is questionable in one item: signs that more than one option can be defended, that the key is given away, that it is
 * hard to read, or that its ground is missing or gone. 'error': fix before use; 'warning': look again.
 */
export function lintItem({ body, explanation, citationCount, endedGrounds }: LintedItem): Finding[] {
  const findings: Finding[] = []
  const add = (code: LintCode, weight: LintWeight, detail = '') => findings.push({ code, weight, detail })
  const texts = textsOf(body).map(plainText)
  const stem = plainText(body.stem)

  if (body.type === 'single-choice' || body.type === 'multiple-choice') {
    const catchAll = texts.find((text) => CATCH_ALL.test(text))
    if (catchAll) add('catch_all_option', 'error', catchAll)
    for (const [a, b] of overlapping(texts)) add('options_overlap', 'warning', `${a} ⊂ ${b}`)
  }
  if (body.type === 'single-choice' && texts[body.key] !== undefined) {
    const key = texts[body.key] as string
    const others = texts.filter((_, index) => index !== body.key)
    const longest = Math.max(...others.map(lengthOf))
    if (lengthOf(key) > longest * LENGTH_RATIO && lengthOf(key) - longest > LENGTH_GAP)
      add('longest_is_key', 'warning', key)
    const twin = others.find((text) => comparableText(text, true) === comparableText(key, true))
    if (twin) add('several_defensible', 'error', twin)
    const wider = widerThan(key, others)
    if (wider) add('several_defensible', 'warning', wider)
  }
  if (NEGATIVE.test(stem) && !MARKED.test(body.stem)) add('negative_unmarked', 'warning')
  const sentences = stem.split(/[.!?;]\s+/)
  if (syllablesOf(stem) > STEM_MAX || sentences.some((sentence) => syllablesOf(sentence) > SENTENCE_MAX))
    add('hard_to_read', 'warning')
  if (
    /<img\b(?![^>]*\balt="[^"]+")|<audio\b(?![^>]*\btitle="[^"]+")/i.test(
      [body.stem, ...textsOf(body), explanation].join(' '),
    )
  )
    add('missing_alternative_text', 'error')
  if (plainText(explanation).length === 0) add('missing_explanation', 'warning')
  if (citationCount === 0) add('missing_source', 'warning')
  for (const name of endedGrounds) add('stale_source', 'error', name)
  return findings
}

/** Pairs of options of which one holds the other word for word: whoever takes the wider one can argue. */
function overlapping(texts: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  const folded = texts.map(
    (text) =>
      ` ${comparableText(text, false)
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim()} `,
  )
  folded.forEach((a, i) => {
    folded.forEach((b, j) => {
      if (i !== j && a.trim().split(' ').length >= 3 && a.length < b.length && b.includes(a))
        pairs.push([texts[i] as string, texts[j] as string])
    })
  })
  return pairs
}

/** A wrong option that is a range or "at least" around the key's number. */
function widerThan(key: string, others: readonly string[]): string | null {
  const value = /^\D*(\d+(?:[.,]\d+)?)\s*%?\D*$/.exec(key)?.[1]
  if (!value) return null
  const number = Number(value.replace(',', '.'))
  const exact = /^(ít nhất|tối thiểu|từ|trên|hơn|tối đa|không quá|dưới)(?!\p{L})/iu
  if (exact.test(key)) return null
  for (const other of others) {
    const bound = /^(ít nhất|tối thiểu|từ|tối đa|không quá)\s+(\d+(?:[.,]\d+)?)/iu.exec(other)
    if (!bound) continue
    const limit = Number((bound[2] as string).replace(',', '.'))
    const isUpper = /^(tối đa|không quá)/iu.test(other)
    if (isUpper ? number <= limit : number >= limit) return other
  }
  return null
}

function lengthOf(text: string): number {
  return [...text].length
}

function syllablesOf(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
