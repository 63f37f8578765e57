import type { ApiOutput } from '@thiso/contracts'

/** What a round would come to with so many people. */
export type Rehearsal = ApiOutput<'rehearseRound'>
