import { textHook } from '../text'
import type { vi } from './texts/vi'

export const useRichText = textHook<typeof vi>('rich')
