import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useRulebookTexts = textsOf<typeof vi>('rulebook')
