import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useOwnLogTexts = textsOf<typeof vi>('ownLog')
