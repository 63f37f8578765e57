import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useTopicsText = textHook<typeof vi>('topics')
