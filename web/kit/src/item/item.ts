import type { ApiOutput } from '@thiso/contracts'
import type { Locale } from '../text/format'

type PaperItem = ApiOutput<'paper'>['items'][number]

/** What is needed to play an item: of a paper, of practice, or of an organizer's preview. */
export type PlayedItem = Pick<PaperItem, 'type' | 'stem' | 'options' | 'choices' | 'unit'>

/** An option, a statement, an entry, a prompt or a choice. */
export type Part = PaperItem['options'][number]

export type ReviewedItem = Omit<NonNullable<ApiOutput<'attemptResult'>['review']>[number], 'position' | 'topic'>

export type Localized = PaperItem['stem']

/** The text to show, and the language that it is in: Vietnamese where nobody wrote the English. */
export function wordsIn(text: Localized, language: Locale): { words: string; lang: Locale } {
  return language === 'en' && text.en.trim() !== '' ? { words: text.en, lang: 'en' } : { words: text.vi, lang: 'vi' }
}

/** A, B, C … for options and choices. */
export const letterOf = (index: number) => String.fromCharCode(65 + index)

/** a, b, c … for statements, as in the papers of the schools. */
export const smallLetterOf = (index: number) => String.fromCharCode(97 + index)
