import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useRoundText = textHook<typeof vi>('rounds')
