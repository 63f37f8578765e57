import { fold } from '@thiso/contracts/vocab'
import { plainSigns } from './grammar.js'

/** What a line says about the key. */
export interface KeyText {
  value: string
  /** Where the value begins in the line. */
  at: number
}

const ARROWS = '[\\s=\\-–—>⇒→*•+➢➔([]*'
/** Words that announce any value, if a colon follows. */
const ANNOUNCED = new RegExp(
  `^${ARROWS}(?:đáp\\s*án(?:\\s*(?:đúng|chính\\s*xác|cần\\s*chọn))?(?:\\s*(?:là|của\\s*câu))?|đáp\\s*số|đ\\s*[/.]?\\s*a|đs|kết\\s*quả|kq|trả\\s*lời|phương\\s*án\\s*(?:đúng|trả\\s*lời)|(?:correct\\s*)?answers?|key|ans)\\s*(?:là\\s*)?[:=]\\s*`,
  'iu',
)
/** Words that announce letters, with or without a colon. */
const CHOSEN = new RegExp(
  `^${ARROWS}(?:vậy\\s*|do\\s*đó\\s*|nên\\s*|suy\\s*ra\\s*)?(?:ta\\s*)?(?:đáp\\s*án(?:\\s*(?:đúng|chính\\s*xác|cần\\s*chọn))?(?:\\s*là)?|đ\\s*[/.]?\\s*a|phương\\s*án\\s*đúng(?:\\s*là)?|chọn(?:\\s*(?:đáp\\s*án|phương\\s*án|câu|ý))?|answers?|key|ans)\\s*(?:đúng\\s*)?(?:là\\s*)?[:.=\\-–]*\\s*`,
  'iu',
)

/** "Đáp án: C", "ĐA C", "Chọn B", "Answer: A", "Đáp án: 12,5". */
export function readKeyLine(text: string): KeyText | null {
  const line = plainSigns(text)
  const announced = ANNOUNCED.exec(line)
  if (announced) {
    const value = text.slice(announced[0].length).trim()
    return { value: /^\s*[([]/.test(line) ? value.replace(/\s*[)\]]\s*\.?$/, '') : value, at: announced[0].length }
  }
  const arrow = /^\s*(?:=>|→|⇒|➔|➢|->)\s*(?=[A-H]\s*[.)]?\s*$)/.exec(line)
  const chosen = arrow ?? CHOSEN.exec(line)
  if (!chosen) return null
  const value = text.slice(chosen[0].length).trim()
  const letters = readLetters(value)
  // "Chọn A nếu …" tells how to answer, "Chọn A. Vì …" tells the key.
  const isKey = letters && /^$|^[.:,;)\]–-]|^(?:vì|do|bởi|because|since)(?!\p{L})/iu.test(restAfter(value, letters.end))
  return isKey ? { value, at: chosen[0].length } : null
}

/** What follows the letters, with the sign right behind them. */
function restAfter(value: string, end: number): string {
  const rest = value.slice(end)
  return /[.:,;)\]–-]$/.test(value.slice(0, end)) ? `.${rest}` : rest.trimStart()
}

const TAIL =
  /(?:^|\s|[([])(?:đáp\s*án(?:\s*đúng)?|đ\s*[/.]?\s*a|answer|key)\s*[:=]\s*\(?([A-H](?:\s*[,;&]\s*[A-H])*)\)?\s*[)\].]?\s*$/iu

/** A key at the end of a line that says something else: "… nào? (Đáp án: B)". @returns its letters and where the rest ends */
export function readKeyAtEnd(text: string): { letters: string[]; end: number } | null {
  const match = TAIL.exec(plainSigns(text))
  const read = match ? readLetters(match[1] as string) : null
  return match && read && match.index > 0 ? { letters: read.letters, end: match.index } : null
}

export interface Letters {
  letters: string[]
  /** Where the letters end in the text. */
  end: number
}

const LETTERS = /^[([]?\s*([A-H])((?:\s*(?:[,;&+/]|và|and)\s*[A-H](?![\p{L}\d]))*)\s*(?:[.)\]:;,–-]|$|(?=\s))/u
const TOGETHER = /^([A-H]{2,8})(?=$|[\s.;,)])/

/** Letters of options at the beginning of a text: "C", "A, C", "A và D", "ABD", "B. vì …". */
export function readLetters(text: string): Letters | null {
  const line = plainSigns(text)
  const spread =
    LETTERS.exec(line) ?? LETTERS.exec(line.replace(/^[a-h](?=\s*[.)]?\s*$)/, (letter) => letter.toUpperCase()))
  if (spread) {
    const letters = [spread[1] as string, ...((spread[2] ?? '').match(/[A-H](?![\p{L}\d])/gu) ?? [])]
    return { letters: [...new Set(letters)], end: spread[0].length }
  }
  const together = TOGETHER.exec(line)
  // "ĐA" and the like are words; letters in a row rise.
  const word = together?.[1] ?? ''
  const isRising = [...word].every((letter, at) => at === 0 || letter > (word[at - 1] as string))
  return together && isRising ? { letters: [...word], end: word.length } : null
}

const YES = /^(?:đúng|đ|true|t|yes|x|✓|✔|√|☑|v)$/iu
const NO = /^(?:sai|s|false|f|no)$/iu

/** Đúng or Sai in any of their short forms. */
export function readTruth(text: string): boolean | null {
  const word = text
    .trim()
    .replace(/[.,;:)\]]+$/, '')
    .replace(/^[([]+/, '')
    .normalize('NFC')
  if (YES.test(word)) return true
  return NO.test(word) ? false : null
}

const PAIR = /([a-h])\s*[).:\]]?\s*[-–:=]?\s*(đúng|sai|true|false|đ|s|t|f)(?!\p{L})/giu

/**
 * Truths of several statements: "a) Đ b) S c) Đ d) S", "a-Đúng; b-Sai", "ĐSĐS", "Đúng, Sai, Đúng, Sai".
 * @returns by place; null where nothing is said, [] when the text is nothing of the kind
 */
export function readTruths(text: string): (boolean | null)[] {
  const line = plainSigns(text).normalize('NFC').trim()
  const listed = listedTruths(line)
  if (listed.length > 0) return listed
  const pairs = [...line.matchAll(PAIR)].filter(
    (pair) => pair.index === 0 || !/\p{L}/u.test(line[pair.index - 1] as string),
  )
  const covered = pairs.reduce((sum, pair) => sum + pair[0].length, 0)
  if (pairs.length > 0 && line.replace(/[\s,;.|/\-–]/g, '').length <= covered + pairs.length) {
    const truths: (boolean | null)[] = []
    for (const [, letter = '', word = ''] of pairs) truths[letter.toLowerCase().charCodeAt(0) - 97] = readTruth(word)
    return [...truths].map((truth) => truth ?? null)
  }
  const compact = line.replace(/[\s,;.|/\-–]/g, '')
  if (/^[ĐS]{2,8}$/u.test(compact) || /^[TF]{2,8}$/.test(compact)) return [...compact].map(readTruth)
  const words = line.split(/[\s,;.|/\-–]+/).filter((word) => word !== '')
  return words.length > 1 && words.every((word) => readTruth(word) !== null) ? words.map(readTruth) : []
}

const LIST = '[a-h][.)]?(?:\\s*(?:,|;|và)\\s*[a-h](?![\\p{L}\\d])[.)]?)*(?![\\p{L}\\d])'
const BY_TRUTH = new RegExp(`(đúng|sai)\\s*(?:là\\s*)?[:=]\\s*\\(?(${LIST})`, 'giu')
const BY_LETTERS = new RegExp(`(?<![\\p{L}\\d])(${LIST})\\s*[)]?\\s*(?:là\\s*|đều\\s*)?(đúng|sai)(?!\\p{L})`, 'giu')

/** "Đúng: a, c; Sai: b, d", "a, c đúng; b, d sai". */
function listedTruths(line: string): (boolean | null)[] {
  const truths: (boolean | null)[] = []
  let rest = line
  const found = [...line.matchAll(BY_TRUTH)].map(([all, word, list]) => ({ all, word, list }))
  const pairs =
    found.length > 0 ? found : [...line.matchAll(BY_LETTERS)].map(([all, list, word]) => ({ all, word, list }))
  for (const { all, word = '', list = '' } of pairs) {
    rest = rest.replace(all, '')
    for (const letter of list.match(/[a-h](?![\p{L}\d])/giu) ?? [])
      truths[letter.toLowerCase().charCodeAt(0) - 97] = readTruth(word)
  }
  return pairs.length > 0 && /^[\s,;.()|/–-]*$/.test(rest) ? [...truths].map((truth) => truth ?? null) : []
}

/** Does the stem ask for several options? */
export function asksForSeveral(stem: string): boolean {
  const folded = fold(stem)
  return (
    /\b(?:nhieu|cac|hai|ba|bon|[234]|tat ca(?: cac| nhung)?|nhung|mot hoac nhieu|it nhat (?:mot|1|2|hai))\s+(?:dap an|phuong an|lua chon|cau tra loi|y)(?: \S+){0,3}?(?: dung|$|[.,:;)?])/.test(
      folded,
    ) ||
    /\bchon\s+(?:nhieu|hai|ba|bon|[234]|tat ca|nhung|mot hoac nhieu)\b/.test(folded) ||
    /\b(?:nhung|cac)\b.{1,80}\bnao\b/.test(folded) ||
    /\b(?:nhieu|cac) (?:dap an|phuong an|lua chon)\b/.test(folded) ||
    /(?:select|choose|tick)\s+(?:all|two|three|several|multiple|[23])\b|which (?:two|three|of the following are)\b/.test(
      folded,
    )
  )
}

/** Does the stem ask to judge statements? */
export function asksForTruths(stem: string): boolean {
  const folded = fold(stem)
  return (
    /dung\s*(?:\/|hay|hoac|-)\s*sai|tinh dung[, ]*sai|dung \(d\)|(?:menh de|phat bieu|nhan dinh|y|khang dinh)[^.?!]*(?:nao )?(?:la )?dung[^.?!]*(?:nao )?(?:la )?sai/.test(
      folded,
    ) || /true or false/.test(folded)
  )
}
