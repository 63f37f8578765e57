/** The list with the member at `from` moved to `to`; both are kept within the list. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list]
  const [member] = rest.splice(from, 1)
  if (member === undefined) return [...list]
  rest.splice(Math.max(0, to), 0, member)
  return rest
}

/** Where a row stands on the page, in px; `top` from any common zero. */
export interface RowBox {
  top: number
  height: number
}

/**
 * The place that a dragged row takes: it changes places with a neighbour once its own edge has passed the neighbour's middle.
 * @param rows all rows as they lie before the drag, from top to bottom
 * @param dy how far the row at `from` has been dragged, px
 */
export function placeOf(rows: readonly RowBox[], from: number, dy: number): number {
  const own = rows[from]
  if (!own) return from
  const top = own.top + dy
  const bottom = top + own.height
  let place = from
  for (let at = from + 1; at < rows.length; at += 1) {
    const other = rows[at] as RowBox
    if (bottom > other.top + other.height / 2) place = at
  }
  for (let at = from - 1; at >= 0; at -= 1) {
    const other = rows[at] as RowBox
    if (top < other.top + other.height / 2) place = at
  }
  return place
}

/** How far the row at `at` makes way, px, while the one at `from` is held over `to`. */
export function wayMade(rows: readonly RowBox[], from: number, to: number, at: number): number {
  const own = rows[from]
  const next = rows[from + 1] ?? rows[from]
  if (!own || !next || at === from) return 0
  // What the row leaves free is its height and one gap between rows.
  const before = rows[from - 1]
  const gap = next !== own ? next.top - own.top - own.height : before ? own.top - before.top - before.height : 0
  const step = own.height + gap
  if (from < at && at <= to) return -step
  if (to <= at && at < from) return step
  return 0
}
