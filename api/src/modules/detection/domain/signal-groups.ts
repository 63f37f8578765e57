import { byCodeUnits } from '../../../kernel/by-code-units.js'
import type { SignalFamily } from '@thiso/contracts/vocab'
import { groupsOf } from './groups.js'

export interface SignalOfAttempts {
  id: string
  family: SignalFamily
  attemptIds: readonly string[]
}

export interface SignalGroup {
  attemptIds: string[]
  signalIds: string[]
  families: SignalFamily[]
  /** The most families that meet at a single attempt. */
  mostFamilies: number
}

/**
 * DT-28: signals as a reviewer takes them up: attempts that signals link, directly or over others, are one thing to look at. What counts is
 * how many families meet at one and the same attempt: two signals of a group that are about different people do not strengthen each other.
 * @param signals in the order in which they shall be named
 * @returns first the groups in which most families meet, then the larger number of signals; signals about no attempt are in none
 */
export function signalGroups(signals: readonly SignalOfAttempts[]): SignalGroup[] {
  const links = signals.flatMap(({ attemptIds }) =>
    attemptIds.map((id) => [attemptIds[0] as string, id] as [string, string]),
  )
  const groups = groupsOf(links).map((attemptIds) => ({
    attemptIds,
    signalIds: [] as string[],
    families: new Set<SignalFamily>(),
    familiesOf: new Map<string, Set<SignalFamily>>(attemptIds.map((id) => [id, new Set()])),
  }))
  const groupOf = new Map(groups.flatMap((group) => group.attemptIds.map((id) => [id, group] as const)))
  for (const { id, family, attemptIds } of signals) {
    const [first] = attemptIds
    const group = first === undefined ? undefined : groupOf.get(first)
    if (!group) continue
    group.signalIds.push(id)
    group.families.add(family)
    for (const attempt of attemptIds) group.familiesOf.get(attempt)?.add(family)
  }
  return groups
    .map(({ attemptIds, signalIds, families, familiesOf }) => ({
      attemptIds,
      signalIds,
      families: [...families].sort(byCodeUnits),
      mostFamilies: Math.max(...[...familiesOf.values()].map(({ size }) => size)),
    }))
    .sort((a, b) => b.mostFamilies - a.mostFamilies || b.signalIds.length - a.signalIds.length)
}
