import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const useDocumentsText = textHook<typeof vi>('documents')
