import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useSetsText = textHook<typeof vi>('classroom-sets')
