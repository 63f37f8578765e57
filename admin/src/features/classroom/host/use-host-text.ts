import { textHook, type Translate } from '../../../lib/text'
import type { vi } from './texts/vi'

export const useHostText = textHook<typeof vi>('classroom-host')
export type HostText = Translate<typeof vi>
