import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Words of the item bank: types, gradings, reasons, findings, competences. */
export const useBankWords = textHook<typeof vi>('itemBank')
