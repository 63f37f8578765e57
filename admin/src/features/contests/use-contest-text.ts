import { textHook } from '../../lib/text'
import type { vi } from './texts/vi'

export const useContestText = textHook<typeof vi>('contests')
