import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useCarryText = textHook<typeof vi>('classroom-carry')
