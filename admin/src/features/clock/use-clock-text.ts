import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useClockText = textHook<typeof vi>('clock')
