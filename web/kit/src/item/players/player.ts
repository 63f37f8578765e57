import type { Locale } from '../../text/format'
import type { PlayedItem } from '../item'
import type { itemTexts } from '../texts/item-texts'

/** What each type's player gets. */
export interface PlayerProps {
  item: PlayedItem
  answer: string | null
  onAnswer: (answer: string | null) => void
  isLocked: boolean
  /** The answer shown is stored for good. */
  isSaved: boolean
  language: Locale
  texts: ReturnType<typeof itemTexts>
  /** The language that the stem is in: it names the group, and a voice has to know. */
  stemLang: Locale
  /** Of the stem, and of the sentence that says what to do. */
  stemId: string
  hintId: string
}
