import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useBoardTexts = textsOf<typeof vi>('board')
