import { textHook } from '../text'
import type { vi } from './texts/vi'

export const useUnitsFieldText = textHook<typeof vi>('unitsField')
