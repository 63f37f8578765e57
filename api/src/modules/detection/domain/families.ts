import type { SignalFamily } from '@thiso/contracts/vocab'

/** A signal as far as it brings an attempt before a reviewer. */
export interface FamilySignal {
  family: SignalFamily
  attemptIds: readonly string[]
}

/** So many kinds of evidence that do not rest on each other must meet on one attempt. */
export const FAMILIES_FOR_REVIEW = 2

/**
 * DT-20: which attempts reach a reviewer: those that signals of at least two families are about. Two signals of one family are one family,
 * however rare each is. A group counts for each of its attempts. Answers and times that two people have in common are two kinds of evidence:
 * they are told as one signal of each family, and only where each is rare by itself. So are answers faster than reading (times) that are
 * right all the same (answers).
 * @returns the families by attempt, only of attempts that reach a reviewer; in the order in which they are first named
 */
export function reachesReviewer(signals: readonly FamilySignal[]): Map<string, Set<SignalFamily>> {
  const families = new Map<string, Set<SignalFamily>>()
  for (const { family, attemptIds } of signals)
    for (const id of attemptIds) {
      const known = families.get(id)
      if (known) known.add(family)
      else families.set(id, new Set([family]))
    }
  for (const [id, known] of families) if (known.size < FAMILIES_FOR_REVIEW) families.delete(id)
  return families
}
