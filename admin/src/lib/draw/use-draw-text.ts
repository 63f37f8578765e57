import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Words of leading a draw: among people of a round or a total, and among units. */
export const useDrawText = textHook<typeof vi>('leadDraw')
