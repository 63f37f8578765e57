import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useResultsText = textHook<typeof vi>('results')
