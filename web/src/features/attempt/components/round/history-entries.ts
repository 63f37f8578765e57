import type { ApiOutput } from '@thiso/contracts'

export type ClockActData = ApiOutput<'clockActs'>['acts'][number]
export type AmendmentData = ApiOutput<'publicAmendments'>['amendments'][number]

export type HistoryEntry =
  | { kind: 'clock'; id: string; at: number; act: ClockActData }
  | { kind: 'amendment'; id: string; at: number; amendment: AmendmentData }

/** Acts on the clock of a round and approved amendments of its rules, the newest first. */
export function historyOf(
  roundId: string,
  acts: readonly ClockActData[],
  amendments: readonly AmendmentData[],
): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...acts.map((act) => ({ kind: 'clock' as const, id: act.id, at: Date.parse(act.at), act })),
    ...amendments
      .filter((amendment) => amendment.roundId === roundId)
      .map((amendment) => ({
        kind: 'amendment' as const,
        id: amendment.id,
        at: Date.parse(amendment.decidedAt),
        amendment,
      })),
  ]
  return entries.sort((a, b) => b.at - a.at)
}
