import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useAmendmentText = textHook<typeof vi>('amendments')
