import { useEffect, useRef, useState } from 'react'
import { draftOf, type Item, type ItemDraft, isSameDraft, newDraft } from '../item-draft'
import { keep, readKept } from './kept-draft'

const KEEP_AFTER_MS = 400

/** The text being written, what of it is saved, and what is kept of it for the case that the page goes away. */
export function useItemDraft(accountId: string, item: Item | null, start: Partial<ItemDraft>) {
  const itemId = item?.id ?? null
  const [saved, setSaved] = useState(() => (item ? draftOf(item) : newDraft(start)))
  const [kept] = useState(() => readKept(accountId, itemId))
  const wasKept = useRef(kept !== null && !isSameDraft(kept, saved)).current
  const [draft, setDraft] = useState<ItemDraft>(wasKept && kept ? kept : saved)
  const [showsKept, setShowsKept] = useState(wasKept)
  const isDirty = !isSameDraft(draft, saved)

  useEffect(() => {
    const timer = setTimeout(() => keep(accountId, itemId, isDirty ? draft : null), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [accountId, itemId, isDirty, draft])

  return {
    draft,
    isDirty,
    showsKept,
    change: (changes: Partial<ItemDraft>) => setDraft((now) => ({ ...now, ...changes })),
    /** What the server holds now is what stands on the page. */
    settle: (stored: Item) => {
      const next = draftOf(stored)
      setSaved(next)
      setDraft(next)
      setShowsKept(false)
      keep(accountId, itemId, null)
    },
    drop: () => {
      setDraft(saved)
      setShowsKept(false)
      keep(accountId, itemId, null)
    },
  }
}

export type DraftState = ReturnType<typeof useItemDraft>
