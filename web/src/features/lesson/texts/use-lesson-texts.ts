import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useLessonTexts = textsOf<typeof vi>('lesson')
