import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useWinnersText = textHook<typeof vi>('winners')
