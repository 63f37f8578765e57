/**
 * CL-5: the intervals that were taken out of an attempt's clock, as rows of `from_at` and `to_at`: its credits and the pauses of its round
 * that are over. They may overlap; whoever uses them counts every instant once.
 * @param alias of a row with the attempt's `id` and `round_id`
 */
export function takenOutSql(alias: string): string {
  return `SELECT c.from_at, c.to_at FROM clock_credit c WHERE c.attempt_id = ${alias}.id AND c.effect <> 'one-more'
    UNION ALL
    SELECT k.from_at, k.to_at FROM clock_act k WHERE k.round_id = ${alias}.round_id AND k.kind = 'pause' AND k.to_at IS NOT NULL`
}

/**
 * CL-5, AT-14: how much of the time since an instant was taken out of an attempt's clock, in seconds: the same as `takenOutMs`.
 * @param since an expression for the instant
 */
export function takenOutSinceSql(alias: string, since: string): string {
  return `(SELECT coalesce(sum(extract(epoch FROM upper(part) - lower(part))), 0)::float8
    FROM unnest((SELECT range_agg(tstzrange(t.from_at, t.to_at)) FROM (${takenOutSql(alias)}) t WHERE t.from_at < t.to_at)
      * tstzmultirange(tstzrange(${since}, NULL))) AS part)`
}
