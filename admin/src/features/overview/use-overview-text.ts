import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useOverviewText = textHook<typeof vi>('overview')
