import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Names of formats, and the words of the export dialog. */
export const useExchangeWords = textHook<typeof vi>('exchangeWords')
