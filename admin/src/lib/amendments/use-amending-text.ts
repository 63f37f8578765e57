import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Words of changing rules that people take part under. */
export const useAmendingText = textHook<typeof vi>('amending')
