import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useDrawTexts = textsOf<typeof vi>('draw')
