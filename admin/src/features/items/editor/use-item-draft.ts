import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../../lib/item-bank/queries'
import { draftOf, isSameDraft } from '../draft/draft-body'
import { type Draft, newDraft, type Start } from '../draft/item-draft'
import { keep, readKept } from './kept-draft'

const KEEP_AFTER_MS = 400

/** The text being written, what of it is saved, and what is kept of it for the case that the page goes away. */
export function useItemDraft(accountId: string, item: Item | null, start: Start) {
  const itemId = item?.id ?? null
  const [saved, setSaved] = useState(() => (item ? draftOf(item) : newDraft(start)))
  const [kept] = useState(() => readKept(accountId, itemId))
  const wasKept = useRef(kept !== null && !isSameDraft(kept, saved)).current
  const [draft, setDraft] = useState<Draft>(wasKept && kept ? kept : saved)
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
    change: (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes })),
    replace: (next: (now: Draft) => Draft) => setDraft(next),
    /** It is stored: nothing is left to be kept. */
    settle: () => {
      setSaved(draft)
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
