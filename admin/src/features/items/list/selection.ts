/** Which rows of a list are chosen, and from where a range goes on. */
export interface Selection {
  ids: ReadonlySet<string>
  /** The row chosen or dropped last. */
  anchor: string | null
}

export const NOTHING_CHOSEN: Selection = { ids: new Set(), anchor: null }

/** One row chosen, or dropped if it was. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/**
 * All rows from the anchor to this one made what the anchor is: chosen, or dropped.
 * @param shown ids of the rows on the page, in their order; without the anchor among them only this row is toggled
 */
export function extended(selection: Selection, shown: readonly string[], id: string): Selection {
  const { ids, anchor } = selection
  const from = anchor === null ? -1 : shown.indexOf(anchor)
  const to = shown.indexOf(id)
  if (from < 0 || to < 0) return toggled(selection, id)
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  const next = new Set(ids)
  const isChosen = ids.has(anchor as string)
  for (const one of range) {
    if (isChosen) next.add(one)
    else next.delete(one)
  }
  return { ids: next, anchor: id }
}

/** Every row of the page chosen; or, when all are, none of them. */
export function pageToggled({ ids, anchor }: Selection, shown: readonly string[]): Selection {
  const isWhole = shown.every((id) => ids.has(id))
  const next = new Set(ids)
  for (const id of shown) {
    if (isWhole) next.delete(id)
    else next.add(id)
  }
  return { ids: next, anchor }
}
