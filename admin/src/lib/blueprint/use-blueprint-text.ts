import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Words of blueprints and of the banks that feed them. */
export const useBlueprintText = textHook<typeof vi>('blueprint')
