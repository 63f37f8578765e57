import type { Draft } from '../draft/item-draft'

/**
 * What was typed and not saved, kept for this tab: a reload or a session that ended elsewhere costs nothing.
 * The account is part of the name, so that on a shared computer nobody finds another's text.
 */
const nameOf = (accountId: string, itemId: string | null) => `thiso.item-draft.${accountId}.${itemId ?? 'new'}`

// Storage throws in some private windows; the page then works without it.
export function readKept(accountId: string, itemId: string | null): Draft | null {
  try {
    const text = sessionStorage.getItem(nameOf(accountId, itemId))
    const found: unknown = text ? JSON.parse(text) : null
    return isDraft(found) ? found : null
  } catch {
    return null
  }
}

export function keep(accountId: string, itemId: string | null, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(accountId, itemId), JSON.stringify(draft))
    else sessionStorage.removeItem(nameOf(accountId, itemId))
  } catch {
    // Nothing to do: the text is still on the page.
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Partial<Draft>
  return (
    typeof draft.stem === 'string' &&
    typeof draft.type === 'string' &&
    [draft.lines, draft.accepted, draft.distractors, draft.citations].every(Array.isArray)
  )
}
