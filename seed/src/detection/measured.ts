import type { Planted, SimulatedRound } from './planted.js'

/** A finding as far as it is measured here. */
export interface MeasuredFinding {
  kind: string
  family: string
  attemptIds: readonly string[]
  facts: Record<string, unknown>
}

/** What one round came to; counts of people, of attempts and of what was planted. */
export interface Measured {
  honest: number
  /** Honest people whom a signal reaches, by kind, and by family. */
  byKind: Map<string, number>
  byFamily: Map<string, number>
  /** Honest people who reach a reviewer, and through which families. */
  reviewed: number
  reviewedBy: Map<string, number>
  /** What was planted, how much of it each kind of signal found, and how much reaches a reviewer; by what was planted. */
  planted: Map<string, { count: number; reviewed: number; byKind: Map<string, number> }>
  /** Told as leaked without having been. */
  falseLeaks: number
  items: number
}

/**
 * Holds what was found against what was planted. A group is found by a signal that is about at least two of its members (of one that is
 * alone: about it); an honest person is reached by any signal about an attempt of theirs, also as a member of a group.
 * @param reviewed attempts that reach a reviewer with their families
 */
export function measure(
  round: SimulatedRound,
  findings: readonly MeasuredFinding[],
  reviewed: ReadonlyMap<string, ReadonlySet<string>>,
): Measured {
  const personOf = new Map(round.evidence.attempts.map(({ id, person }) => [id, person]))
  const guilty = new Set(
    round.evidence.attempts.filter(({ id }) => round.roles.get(id) !== 'honest').map(({ person }) => person),
  )
  const honestOf = (ids: Iterable<string>) =>
    new Set([...ids].map((id) => personOf.get(id) as number).filter((person) => !guilty.has(person)))
  const grouped = (nameOf: (finding: MeasuredFinding) => string) => {
    const ids = new Map<string, string[]>()
    for (const finding of findings)
      ids.set(nameOf(finding), [...(ids.get(nameOf(finding)) ?? []), ...finding.attemptIds])
    return new Map([...ids].map(([name, list]) => [name, honestOf(list).size]))
  }
  const reviewedBy = new Map<string, number>()
  for (const [id, families] of reviewed)
    if (!guilty.has(personOf.get(id) as number)) {
      const name = [...families].sort().join('+')
      reviewedBy.set(name, (reviewedBy.get(name) ?? 0) + 1)
    }
  const planted: Measured['planted'] = new Map()
  for (const each of round.planted) {
    const line = planted.get(each.kind) ?? { count: 0, reviewed: 0, byKind: new Map() }
    planted.set(each.kind, line)
    line.count++
    for (const kind of kindsThatFound(each, findings)) line.byKind.set(kind, (line.byKind.get(kind) ?? 0) + 1)
    if (each.attemptIds.filter((id) => reviewed.has(id)).length >= Math.min(2, Math.max(1, each.attemptIds.length)))
      line.reviewed++
  }
  const leaked = new Set(round.planted.flatMap(({ itemVersionId }) => itemVersionId ?? []))
  const honest = new Set(round.evidence.attempts.map(({ person }) => person).filter((person) => !guilty.has(person)))
  return {
    honest: honest.size,
    byKind: grouped(({ kind }) => kind),
    byFamily: grouped(({ family }) => family),
    reviewed: honestOf(reviewed.keys()).size,
    reviewedBy,
    planted,
    falseLeaks: findings.filter(
      ({ kind, facts }) => kind === 'leaked-item' && !leaked.has(facts['itemVersionId'] as string),
    ).length,
    items: round.evidence.items.length,
  }
}

function kindsThatFound({ attemptIds, itemVersionId }: Planted, findings: readonly MeasuredFinding[]): Set<string> {
  const least = Math.min(2, attemptIds.length)
  const kinds = findings.filter((finding) =>
    itemVersionId === null
      ? finding.attemptIds.filter((id) => attemptIds.includes(id)).length >= least
      : finding.kind === 'leaked-item' && finding.facts['itemVersionId'] === itemVersionId,
  )
  return new Set(kinds.map(({ kind }) => kind))
}
