import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useLegalTexts = textsOf<typeof vi>('legal')
