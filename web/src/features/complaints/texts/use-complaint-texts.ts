import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useComplaintTexts = textsOf<typeof vi>('complaints')
