import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const usePapersText = textHook<typeof vi>('printed-papers')
