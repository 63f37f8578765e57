import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useStartText = textHook<typeof vi>('classroom-start')
