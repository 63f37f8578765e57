import type { Snapshot } from './snapshot'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'waiting' }
  | { kind: 'busy' }
  | { kind: 'offline'; unsent: number }

/**
 * The quiet line below an item: what has become of the answer to it.
 * @param isTyping something is being typed that has not been handed over yet, so nothing may be called saved
 */
export function saveStateOf(
  snapshot: Pick<Snapshot, 'outbox' | 'network'>,
  position: number,
  isTyping = false,
): SaveState {
  const { outbox, network } = snapshot
  const unsent = outbox?.unsaved.length ?? 0
  if (network === 'lost') return { kind: 'offline', unsent }
  if (outbox && unsent > 0) {
    if (outbox.failures === 0) return { kind: 'saving' }
    return { kind: network === 'busy' ? 'busy' : 'waiting' }
  }
  if (isTyping) return { kind: 'saving' }
  const saved = outbox?.saved[position]
  return saved ? { kind: 'saved', at: saved.savedAt } : { kind: 'idle' }
}

/** The answer on screen, there at once, and whether the server has it. */
export function answerShown(outbox: Snapshot['outbox'], position: number): { answer: string | null; isSaved: boolean } {
  const waiting = outbox?.unsaved.find((change) => change.position === position)
  return { answer: (waiting ?? outbox?.saved[position])?.answer ?? null, isSaved: !waiting }
}
