import type { ComponentType } from 'react'

/** What a group may lead to; the part of cases fills it in. */
export type CasesSlot = ComponentType<{ roundId: string; signalIds: readonly string[]; attemptIds: readonly string[] }>
