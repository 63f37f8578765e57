import { createHash, createHmac } from 'node:crypto'
import type { CognitiveLevel, ItemKey, ItemQuestion, ItemType, Topic } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { rootOf } from '../../../kernel/merkle-tree.js'

/**
 * What is fixed before a round begins: the secret from which every paper is drawn, and the pool with its keys. Both are published
 * as hashes that say nothing until the secret is told.
 */

const SECRET_TAG = 'thiso-round-v1'
const SALT_HEX = 32

/** An item of a pool with everything that drawing and scoring need of it. */
export interface CommittedItem {
  itemVersionId: string
  topic: Topic
  level: CognitiveLevel
  type: ItemType
  optionCount: number
  choiceCount: number
  exclusionSet: string
  expectedShare: number
  /** EX-1: with which chance a paper may take it at all; absent or null: always. */
  admitShare?: number | null
  key: ItemKey
  /** What participants see of it. */
  question: ItemQuestion
}

/** One line of a pool as it is told afterwards. */
export interface PoolLeaf {
  item: string
  salt: string
  key: ItemKey
  topic: Topic
  level: CognitiveLevel
  type: ItemType
  optionCount: number
  choiceCount: number
  exclusionSet: string
  expectedShare: number
  /** Only where papers may not always take it. */
  admitShare?: number
  text: string
}

/** C = SHA-256("thiso-round-v1" NUL round id NUL secret). */
export function secretCommitment(roundId: string, secret: Uint8Array): Buffer {
  return createHash('sha256').update(`${SECRET_TAG}\0${roundId}\0`).update(secret).digest()
}

/**
 * The first 16 bytes of HMAC-SHA256(secret, "pool" NUL item version id), as hex. Without it a key could be found by trying: a
 * question has four options or so.
 */
export function poolSalt(secret: Uint8Array, itemVersionId: string): string {
  return createHmac('sha256', secret).update(`pool\0${itemVersionId}`).digest('hex').slice(0, SALT_HEX)
}

/** SHA-256 of the canonical JSON of what participants see, as hex. */
export function questionHash(question: ItemQuestion): string {
  return createHash('sha256').update(canonicalJson(question)).digest('hex')
}

export function poolLeaf(secret: Uint8Array, item: CommittedItem): PoolLeaf {
  return {
    item: item.itemVersionId,
    salt: poolSalt(secret, item.itemVersionId),
    key: item.key,
    topic: item.topic,
    level: item.level,
    type: item.type,
    optionCount: item.optionCount,
    choiceCount: item.choiceCount,
    exclusionSet: item.exclusionSet,
    expectedShare: item.expectedShare,
    ...(typeof item.admitShare === 'number' ? { admitShare: item.admitShare } : {}),
    text: questionHash(item.question),
  }
}

/** The leaves of a pool in order of item version id, whatever order they come in. */
export function poolLeaves(secret: Uint8Array, items: readonly CommittedItem[]): PoolLeaf[] {
  return items.map((item) => poolLeaf(secret, item)).sort((a, b) => byCodeUnits(a.item, b.item))
}

/** The Merkle root over the canonical JSON of the leaves, in the order given. */
export function poolRoot(leaves: readonly PoolLeaf[]): Buffer {
  return rootOf(leaves.map((leaf) => Buffer.from(canonicalJson(leaf))))
}
