import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useShellText = textHook<typeof vi>('shell')
