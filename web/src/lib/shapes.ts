import type { ApiOutput, BoardRowData, BoardSnapshotData, FinalResultsData } from '@thiso/contracts'

export type { BoardRowData, BoardSnapshotData, FinalResultsData }
export type HomeData = ApiOutput<'home'>
export type RoundData = ApiOutput<'round'>
export type PublicRoundData = RoundData['round']
export type PublicContestData = RoundData['contest']
export type MyPartData = NonNullable<RoundData['mine']>
export type MyStandingData = ApiOutput<'myStanding'>
export type UnitData = ApiOutput<'units'>['units'][number]
