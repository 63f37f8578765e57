import type { SignalFamily } from '@thiso/contracts/vocab'

/** A signal as far as it opens a case. */
export interface CaseSignal {
  id: string
  family: SignalFamily
  attemptIds: readonly string[]
}

/**
 * CA-1: which attempts reach a reviewer: those that signals of at least two families are about. A group counts for each of its attempts;
 * two signals of one family are one family, however rare each is.
 * @param reaches that rule, as it stands with the signals
 * @returns the signals by attempt, in the order given; attempts in the order in which they are first named
 */
export function reaching<S extends CaseSignal>(
  signals: readonly S[],
  reaches: (signals: readonly S[]) => ReadonlyMap<string, unknown>,
): Map<string, S[]> {
  const of = new Map<string, S[]>()
  for (const signal of signals)
    for (const attemptId of new Set(signal.attemptIds)) {
      const list = of.get(attemptId)
      if (list) list.push(signal)
      else of.set(attemptId, [signal])
    }
  const reached = reaches(signals)
  for (const attemptId of of.keys()) if (!reached.has(attemptId)) of.delete(attemptId)
  return of
}

/** The letters under which others are named: A, B, …, Z, AA, AB, … */
export function labelOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : labelOf(Math.floor(index / 26) - 1) + letter
}
