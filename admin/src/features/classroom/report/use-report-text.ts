import { textHook } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useReportText = textHook<typeof vi>('classroom-report')
