import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useEntrantText = textHook<typeof vi>('entrants')
