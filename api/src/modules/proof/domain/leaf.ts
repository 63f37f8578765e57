import { leafHash } from '../../../kernel/merkle-tree.js'

/** Bytes of a leaf's salt and of a chain's head. */
export const SALT_BYTES = 16
export const HEAD_BYTES = 32

/**
 * What stands for an attempt in the log of its round: the attempt's salt and the head of its chain. The salt is known to the
 * person and to the server alone: once it is gone, the leaf says nothing about anybody, and the tree still stands.
 * @throws RangeError when either has another length
 */
export function leafData(salt: Uint8Array, head: Uint8Array): Buffer {
  if (salt.length !== SALT_BYTES || head.length !== HEAD_BYTES)
    throw new RangeError('a leaf is made of a salt of 16 and a head of 32 bytes')
  return Buffer.concat([salt, head])
}

/** SHA-256(00 ‖ salt ‖ head): the leaf as the tree holds it, 32 bytes. */
export function attemptLeaf(salt: Uint8Array, head: Uint8Array): Buffer {
  return leafHash(leafData(salt, head))
}

/** The line that names the log of a round: of which platform it is, and of which round. */
export function roundOrigin(host: string, roundId: string): string {
  return `${host}/rounds/${roundId}`
}
