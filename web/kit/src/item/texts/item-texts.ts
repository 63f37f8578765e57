import type { Locale } from '../../text/format'
import { itemEn } from './en'
import { itemVi } from './vi'

const texts = { vi: itemVi, en: itemEn }

/**
 * The words around an item. They come with the code that plays items and not with the kit's other words: whoever only looks at a round
 * need not fetch them.
 */
export const itemTexts = (language: Locale) => texts[language]
