import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const usePrizeTexts = textsOf<typeof vi>('winners')
