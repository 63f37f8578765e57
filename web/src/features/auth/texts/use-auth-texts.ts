import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useAuthTexts = textsOf<typeof vi>('auth')
