/** Which entries: `q` a part of a folded name, of an act or a subject; `from` and `to` from the first instant on, until before the second. */
export interface EntryFilter {
  q?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Over `e` (audit_entry) and `a` (account of who acted), with the values of `filterValues` as $1 to $3. */
export const FILTER = `($1::text IS NULL OR a.name_folded LIKE $1 OR e.act LIKE $1 OR e.subject LIKE $1)
      AND e.at >= coalesce($2::timestamptz, '-infinity') AND e.at < coalesce($3::timestamptz, 'infinity')`

export function filterValues({ q, from, to }: EntryFilter): (string | null)[] {
  return [q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null, from ?? null, to ?? null]
}
