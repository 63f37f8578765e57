import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useAuthText = textHook<typeof vi>('auth')
