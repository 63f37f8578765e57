import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useExchangeText = textHook<typeof vi>('exchange')
