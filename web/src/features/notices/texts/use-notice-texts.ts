import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useNoticeTexts = textsOf<typeof vi>('notices')
