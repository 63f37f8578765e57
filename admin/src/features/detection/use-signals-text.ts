import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useSignalsText = textHook<typeof vi>('detection')
