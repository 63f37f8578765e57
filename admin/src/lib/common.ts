import type { vi } from './texts/vi'
import { textHook } from './text'

/** Words used all over the panel: topics, levels, states, roles, tiers, and what to say when the network fails. */
export const useCommon = textHook<typeof vi>('common')
