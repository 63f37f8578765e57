import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useMonitorText = textHook<typeof vi>('monitor')
