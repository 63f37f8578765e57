import type { PublicRoundData } from './shapes'
import { useLocale } from '@thiso/kit'
import { useCallback } from 'react'

type LocalizedText = PublicRoundData['name']

/** What organizers wrote, in the language in force; Vietnamese where nobody wrote the English. */
export function useLocalized(): (text: LocalizedText) => string {
  const [locale] = useLocale()
  return useCallback((text) => (locale === 'en' && text.en.trim() ? text.en : text.vi), [locale])
}
