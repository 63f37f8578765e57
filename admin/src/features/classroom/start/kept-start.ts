import type { StartDraft } from './start-draft'

type Kept = Omit<StartDraft, 'setId'>

const KEY = 'thiso.lesson.start'

/** What was chosen before the teacher left for the set or a class, for as long as this tab is open. */
export function keptStart(): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return kept && typeof kept === 'object' && 'settings' in kept ? (kept as Kept) : null
  } catch {
    return null
  }
}

export function keepStart(draft: StartDraft | null): void {
  try {
    if (draft) {
      const { setId: _, ...kept } = draft
      sessionStorage.setItem(KEY, JSON.stringify(kept satisfies Kept))
    } else sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing asks again.
  }
}
