import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const usePracticeTexts = textsOf<typeof vi>('practice')
