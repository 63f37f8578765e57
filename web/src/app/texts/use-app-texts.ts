import { textsOf } from '../../lib/use-texts'
import type vi from './vi'

export const useAppTexts = textsOf<typeof vi>('app')
