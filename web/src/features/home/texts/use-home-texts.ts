import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useHomeTexts = textsOf<typeof vi>('home')
