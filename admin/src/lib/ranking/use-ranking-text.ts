import { textHook } from '../text'
import type { vi } from './texts/vi'

/** Words of orders of people, of rounds and of running totals. */
export const useRankingText = textHook<typeof vi>('ranking')
