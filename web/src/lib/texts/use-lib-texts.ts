import { textsOf } from '../use-texts'
import type vi from './vi'

export const useLibTexts = textsOf<typeof vi>('lib')
