import { textHook } from '../../../lib/text'
import type { vi } from '../texts/vi'

export const usePeopleText = textHook<typeof vi>('people')
