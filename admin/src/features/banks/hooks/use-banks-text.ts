import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useBanksText = textHook<typeof vi>('banks')
