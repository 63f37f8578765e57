import type { ApiOutput } from '@thiso/contracts'
import { ofHex } from './bytes'
import { type Checkpoint, isConsistent, isIncluded, type Key, openNote, readCheckpoint, readKey } from './note'
import { leafOfReceipt, promiseText, type Receipt } from './receipt'

export const STEPS = ['promise', 'signature', 'inclusion', 'consistency'] as const
export type Step = (typeof STEPS)[number]

export type Verdict =
  /** Another platform's, or one whose round this platform does not know. */
  | { kind: 'foreign'; host: string }
  | { kind: 'unknown-round' }
  /** Signed with a key that this platform does not name. */
  | { kind: 'unknown-key' }
  /** What it says is not what was signed. */
  | { kind: 'altered' }
  /** The promise is good; the log is kept back, or its next signed state is to come. */
  | { kind: 'sealed' | 'waiting' }
  /** The promise is good, and was not kept. */
  | { kind: 'missing' }
  /** What the platform shows does not hold. */
  | { kind: 'broken'; step: Step }
  | { kind: 'holds'; leafIndex: number; size: number; isFinal: boolean }

export interface Answers {
  /** null: the platform does not know the round. */
  round: Pick<ApiOutput<'roundProof'>, 'origin' | 'keys'> | null
  leaf: ApiOutput<'leafProof'> | null
  /** Where the page was opened from. */
  host: string
}

/** Whether the platform's keys have signed this receipt; null: yes. */
export function checkPromise(receipt: Receipt, { round, host }: Omit<Answers, 'leaf'>): Verdict | null {
  const ownHost = receipt.origin.split('/')[0] ?? ''
  // A platform without a public address calls itself by one word, which says nothing about where it is.
  if (!round)
    return ownHost === host || !ownHost.includes('.') ? { kind: 'unknown-round' } : { kind: 'foreign', host: ownHost }
  if (round.origin !== receipt.origin) {
    const isHere = round.origin.split('/')[0] === ownHost
    return isHere ? { kind: 'altered' } : { kind: 'foreign', host: ownHost }
  }
  const opened = openNote(receipt.promise, keysOf(round))
  if (opened === 'unknown-key') return { kind: 'unknown-key' }
  return opened === 'bad' || opened.text !== promiseText(receipt) ? { kind: 'altered' } : null
}

/** PF-8: what holds of a receipt, worked out from what the platform answers and from nothing that it claims. */
export function checkReceipt(receipt: Receipt, { round, leaf, host }: Answers): Verdict {
  const refused = checkPromise(receipt, { round, host })
  if (refused) return refused
  if (!round || !leaf) return { kind: 'waiting' }
  if (leaf.state === 'absent') return { kind: 'missing' }
  if (leaf.state !== 'included') return { kind: leaf.state }
  const keys = keysOf(round)
  const [first, newest] = [leaf.note, leaf.newestNote].map((note) => signedCheckpoint(note, keys, receipt.origin))
  if (!first || !newest) return { kind: 'broken', step: 'signature' }
  if (!isIncluded(leafOfReceipt(receipt), leaf.leafIndex, first, hashes(leaf.path)))
    return { kind: 'broken', step: 'inclusion' }
  if (!isConsistent(first, newest, hashes(leaf.consistency))) return { kind: 'broken', step: 'consistency' }
  return {
    kind: 'holds',
    leafIndex: leaf.leafIndex,
    size: newest.size,
    isFinal: /\nfinal\n/.test(leaf.newestNote),
  }
}

function signedCheckpoint(note: string, keys: readonly Key[], origin: string): Checkpoint | null {
  const opened = openNote(note, keys)
  if (opened === 'bad' || opened === 'unknown-key') return null
  const checkpoint = readCheckpoint(opened.text)
  return checkpoint?.origin === origin ? checkpoint : null
}

const keysOf = (round: NonNullable<Answers['round']>): Key[] =>
  round.keys.flatMap(({ verifierKey }) => readKey(verifierKey) ?? [])
const hashes = (path: readonly string[]) => path.map((hex) => ofHex(hex) ?? new Uint8Array())
