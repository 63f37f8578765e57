import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useMeTexts = textsOf<typeof vi>('me')
