import type { PlayedItem } from '@thiso/kit/item/item'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { keptDistractors } from './draft-body'
import type { Draft } from './item-draft'

interface Setting {
  /** Formulas drawn. */
  shown: (html: string) => string
  /** What stands in the place of a text that is not written yet. */
  blank: { stem: string; line: (index: number) => string }
}

/**
 * The item as a participant gets it: nothing in it tells the key. Entries and choices, which a paper would shuffle, stand in the
 * order of their words.
 */
export function playedOf(draft: Draft, { shown, blank }: Setting): PlayedItem {
  const { type, lines } = draft
  const text = (vi: string, en: string, index: number) => ({
    vi: isBlankHtml(vi) ? blank.line(index) : shown(vi),
    en: shown(en),
  })
  const parts = lines.map((line, index) => ({ token: line.id, text: text(line.text, line.textEn, index) }))
  const choices = [
    ...lines.map((line) => ({ token: line.id, vi: line.match, en: line.matchEn })),
    ...keptDistractors(draft).map((line) => ({ token: line.id, vi: line.text, en: line.textEn })),
  ].filter(({ vi }) => !isBlankHtml(vi))
  const options =
    type === 'true-false'
      ? ['true', 'false'].map((token) => ({ token, text: { vi: '', en: '' } }))
      : type === 'short-text' || type === 'number'
        ? []
        : type === 'ordering'
          ? byWords(parts)
          : parts
  return {
    type,
    stem: { vi: isBlankHtml(draft.stem) ? blank.stem : shown(draft.stem), en: shown(draft.stemEn) },
    options,
    choices:
      type === 'matching'
        ? byWords(choices.map(({ token, vi, en }) => ({ token, text: { vi: shown(vi), en: shown(en) } })))
        : [],
    unit: type === 'number' ? draft.unit.trim() : '',
  }
}

const byWords = <P extends { token: string; text: { vi: string } }>(parts: readonly P[]): P[] =>
  [...parts].sort((a, b) => (a.text.vi < b.text.vi ? -1 : a.text.vi > b.text.vi ? 1 : a.token < b.token ? -1 : 1))
