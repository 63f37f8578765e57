import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useAuditText = textHook<typeof vi>('audit')
