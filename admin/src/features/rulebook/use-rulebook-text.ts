import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useRulebookText = textHook<typeof vi>('rulebook')
