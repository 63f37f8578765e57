import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useProofTexts = textsOf<typeof vi>('proof')
