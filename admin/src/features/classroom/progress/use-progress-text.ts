import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useProgressText = textHook<typeof vi>('classroom-progress')
