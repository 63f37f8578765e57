import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useAnalysisText = textHook<typeof vi>('analysis')
