import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useUnitsText = textHook<typeof vi>('units')
