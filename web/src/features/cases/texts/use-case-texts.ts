import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useCaseTexts = textsOf<typeof vi>('cases')
