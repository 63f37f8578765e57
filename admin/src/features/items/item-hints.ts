import { fold } from '@thiso/kit/text/fold'
import type { ItemDraft } from './item-draft'

/** What a careful reviewer would say about a draft. Hints advise; none of them keeps anyone from saving. */
export type HintCode =
  | 'optionsEqual'
  | 'keyLongest'
  | 'allOfAbove'
  | 'negativeStem'
  | 'noExplanation'
  | 'noSource'
  | 'sourceUntitled'
  | 'validityReversed'
  | 'validityOver'

export interface Hint {
  code: HintCode
  /** Letters of the options meant, for the sentence. */
  letters?: string
}

export const letterOf = (index: number) => String.fromCharCode(65 + index)

/** By far: half as long again as the next, and long enough that the eye falls on it. */
const FAR_RATIO = 1.5
const FAR_CHARACTERS = 20

const ALL_OF_ABOVE = [
  /\b(tat ca|ca) (cac |nhung )?(dap an|phuong an|y|cau|dieu) (tren|neu tren|o tren)/,
  /\b(tat ca|ca) (ba|bon|2|3|4|5|hai|nam) (dap an|phuong an|y) /,
  /\bca [a-f]( ?(,|va|&) ?[a-f])+\b/,
  /\b(khong co|khong phai) (dap an|phuong an|y) nao\b/,
  /\b(dap an|phuong an|y kien) khac\b/,
  /\b(all|none) of (the above|these)\b/,
  /\bboth [a-f] and [a-f]\b/,
]

const NEGATIVE_STEM = /(^|[^\p{L}])(không|sai|ngoại trừ|trừ)(?=[^\p{L}]|$)/u

export function hintsOf(draft: ItemDraft, today: string): Hint[] {
  const hints: Hint[] = []
  const texts = draft.options.map((option) => option.text.normalize('NFC').trim())
  const spellings = texts.map((text) =>
    text
      .toLocaleLowerCase('vi')
      .replace(/\s+/g, ' ')
      .replace(/[.;,]+$/, ''),
  )

  const equal = spellings.flatMap((text, index) =>
    text !== '' && spellings.some((other, at) => at !== index && other === text) ? [letterOf(index)] : [],
  )
  if (equal.length > 0) hints.push({ code: 'optionsEqual', letters: equal.join(', ') })

  const keyAt = draft.options.findIndex((option) => option.id === draft.keyId)
  if (keyAt >= 0 && texts.filter(Boolean).length === texts.length) {
    const keyLength = texts[keyAt]!.length
    const next = Math.max(...texts.filter((_, index) => index !== keyAt).map((text) => text.length))
    if (keyLength >= next * FAR_RATIO && keyLength - next >= FAR_CHARACTERS) {
      hints.push({ code: 'keyLongest', letters: letterOf(keyAt) })
    }
  }

  const sweeping = texts.flatMap((text, index) =>
    ALL_OF_ABOVE.some((pattern) => pattern.test(fold(text))) ? [letterOf(index)] : [],
  )
  if (sweeping.length > 0) hints.push({ code: 'allOfAbove', letters: sweeping.join(', ') })

  // Written large, the "not" cannot be overread; only the small one is worth a word.
  const hasLoudNegative = /(KHÔNG|SAI|NGOẠI TRỪ|TRỪ)/.test(draft.stem)
  if (!hasLoudNegative && NEGATIVE_STEM.test(lastSentence(draft.stem))) hints.push({ code: 'negativeStem' })

  if (draft.explanation.trim() === '') hints.push({ code: 'noExplanation' })
  const cited = draft.sources.filter((source) => source.title.trim() !== '' || source.url.trim() !== '')
  if (cited.length === 0) hints.push({ code: 'noSource' })
  else if (cited.some((source) => source.title.trim() === '')) hints.push({ code: 'sourceUntitled' })

  if (draft.validFrom && draft.validTo && draft.validTo < draft.validFrom) hints.push({ code: 'validityReversed' })
  else if (draft.validTo && draft.validTo < today) hints.push({ code: 'validityOver' })
  return hints
}

/** The asking part of a stem; what stands before it may well say "không" without asking for it. */
function lastSentence(stem: string): string {
  const sentences = stem.trim().split(/(?<=[.!;\n])\s+/)
  return (sentences.at(-1) ?? '').toLocaleLowerCase('vi')
}
