/**
 * CL-7: an attempt that an outage cut off and that was given back is taken anew: the next attempt of its person in the round stands in its
 * place, and once that one has ended, the one that was cut off counts for nothing, better or not. Who does not take it anew keeps it.
 */

/** A person's attempt of a round, as far as it decides which others it replaces. */
export interface ReplacingAttempt {
  id: string
  /** In whose place it stands. */
  replacesId: string | null
}

/**
 * CL-7: in whose place the next attempt stands: the earliest that was given back and that no attempt stands for yet; one for one.
 * @param own the person's attempts of the round, in the order of their numbers
 */
export function replacedByNext<T extends ReplacingAttempt>(
  own: readonly T[],
  isGivenBack: (attempt: T) => boolean,
): string | null {
  const replaced = new Set(own.map(({ replacesId }) => replacesId))
  return own.find((attempt) => isGivenBack(attempt) && !replaced.has(attempt.id))?.id ?? null
}

/** CL-7: the attempts that may count of those that have ended: none that another one of them stands for. */
export function withoutReplaced<T extends ReplacingAttempt>(ended: readonly T[]): T[] {
  const replaced = new Set(ended.map(({ replacesId }) => replacesId))
  return ended.filter(({ id }) => !replaced.has(id))
}

/**
 * CL-7: the same as a condition over an attempt's row: whether one that has ended stands for it.
 * @param alias of the row of `attempt`
 * @param cutoff an expression for the instant from which on submissions are as if they were not there; null in it: there is none
 */
export function isReplacedSql(alias: string, cutoff: string | null = null): string {
  const seen = cutoff === null ? '' : ` AND (${cutoff} IS NULL OR anew.submitted_at < ${cutoff})`
  return `EXISTS (SELECT 1 FROM attempt anew WHERE anew.replaces_id = ${alias}.id AND anew.state = 'submitted'${seen})`
}
