import { useLocale } from '@thiso/kit'
import type { LocalizedValue } from './localized-field'

/** Picks the text of the active language; an empty English falls back to the Vietnamese, never to nothing. */
export function useLocalized(): (text: LocalizedValue) => string {
  const [locale] = useLocale()
  return (text) => text[locale] || text.vi || text.en
}
