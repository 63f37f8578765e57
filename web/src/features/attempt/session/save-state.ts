import type { Snapshot } from './snapshot'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'waiting' }
  | { kind: 'busy' }
  | { kind: 'offline'; unsent: number }

/** The quiet line below an item: what has become of the choice made in it. */
export function saveStateOf(snapshot: Pick<Snapshot, 'outbox' | 'network'>, position: number): SaveState {
  const { outbox, network } = snapshot
  const unsent = outbox?.unsaved.length ?? 0
  if (network === 'lost') return { kind: 'offline', unsent }
  if (outbox && unsent > 0) {
    if (outbox.failures === 0) return { kind: 'saving' }
    return { kind: network === 'busy' ? 'busy' : 'waiting' }
  }
  const saved = outbox?.saved[position]
  return saved ? { kind: 'saved', at: saved.savedAt } : { kind: 'idle' }
}

export type OptionMark = 'none' | 'chosen' | 'saved'

/** How a card looks: chosen at once, settled when the server has it. */
export function optionMark(outbox: Snapshot['outbox'], position: number, token: string): OptionMark {
  const waiting = outbox?.unsaved.find((change) => change.position === position)
  if (waiting) return waiting.option === token ? 'chosen' : 'none'
  return outbox?.saved[position]?.option === token ? 'saved' : 'none'
}
