import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useItemsText = textHook<typeof vi>('items')
