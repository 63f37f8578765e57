import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useCaseText = textHook<typeof vi>('cases')
