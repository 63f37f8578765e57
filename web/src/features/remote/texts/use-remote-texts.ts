import { textsOf } from '../../../lib/use-texts'
import type vi from './vi'

export const useRemoteTexts = textsOf<typeof vi>('remote')
