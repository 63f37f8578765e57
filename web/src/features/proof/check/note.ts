import { ed25519 } from '@noble/curves/ed25519.js'
import { equal, hash, joined, ofBase64, ofHex, ofText } from './bytes'

/** Signed notes and checkpoints (C2SP signed-note and tlog-checkpoint), read in the browser. */

export interface Key {
  name: string
  id: Uint8Array
  publicKey: Uint8Array
}

/** Kind of a key in its id: Ed25519. */
const ED25519 = 1

/** "name+id+base64(01 ‖ key)". @returns null for anything else, and where the id is not that of the key */
export function readKey(text: string): Key | null {
  const [, name, hex, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const bytes = base64 === undefined ? null : ofBase64(base64)
  const id = hex === undefined ? null : ofHex(hex)
  if (!name || !id || bytes?.length !== 33 || bytes[0] !== ED25519) return null
  const publicKey = bytes.slice(1)
  const own = hash(ofText(name), Uint8Array.of(10, ED25519), publicKey).slice(0, 4)
  return equal(own, id) ? { name, id, publicKey } : null
}

export type Opened = { text: string } | 'unknown-key' | 'bad'

/** The text of a note, if one of the keys has signed it. */
export function openNote(note: string, keys: readonly Key[]): Opened {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return 'bad'
  const text = note.slice(0, split + 1)
  let isKnown = false
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, base64] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
    const bytes = base64 === undefined ? null : ofBase64(base64)
    if (!name || bytes?.length !== 68) return 'bad'
    const key = keys.find((each) => each.name === name && equal(each.id, bytes.slice(0, 4)))
    if (!key) continue
    isKnown = true
    if (isSigned(bytes.slice(4), ofText(text), key.publicKey)) return { text }
  }
  return isKnown ? 'bad' : 'unknown-key'
}

function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey)
  } catch {
    return false
  }
}

export interface Checkpoint {
  origin: string
  size: number
  root: Uint8Array
}

/** @returns null for what is not the text of a checkpoint; further lines are allowed */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n')
  if (!origin || !size || !/^(0|[1-9]\d{0,14})$/.test(size) || !root) return null
  const bytes = ofBase64(root)
  return bytes?.length === 32 ? { origin, size: Number(size), root: bytes } : null
}

const leafHash = (data: Uint8Array) => hash(Uint8Array.of(0), data)
const nodeHash = (left: Uint8Array, right: Uint8Array) => hash(Uint8Array.of(1), left, right)

/** What stands for an attempt in the log: SHA-256(00 ‖ salt ‖ head). */
export const leafOf = (salt: Uint8Array, head: Uint8Array) => leafHash(joined(salt, head))

/** Is this the leaf of that number in a tree of that size and root? (RFC 9162, 2.1.3.2) */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  { size, root }: Checkpoint,
  path: readonly Uint8Array[],
): boolean {
  if (index < 0 || index >= size) return false
  let [node, last] = [index, size - 1]
  let found = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      found = nodeHash(sibling, found)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else found = nodeHash(found, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equal(found, root)
}

/** Does the later tree begin with the earlier one? (RFC 9162, 2.1.4.2) */
export function isConsistent(earlier: Checkpoint, later: Checkpoint, proof: readonly Uint8Array[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && equal(earlier.root, later.root)
  const path = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : [...proof]
  const start = path.shift()
  if (!start) return false
  let [node, last] = [earlier.size - 1, later.size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let [first, second] = [start, start]
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      first = nodeHash(sibling, first)
      second = nodeHash(sibling, second)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else second = nodeHash(second, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equal(first, earlier.root) && equal(second, later.root)
}
