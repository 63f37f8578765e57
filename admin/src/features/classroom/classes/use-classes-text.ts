import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useClassesText = textHook<typeof vi>('classroom-classes')
