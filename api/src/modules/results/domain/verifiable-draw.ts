import { createHash } from 'node:crypto'

/**
 * VDRAW-1, a draw that anybody can repeat: nobody can choose the outcome, because each of its three inputs is fixed before
 * the next one is known.
 *
 *   S  a secret of 32 random bytes, of which C is published before anybody takes part
 *   L  the Merkle root of the ordered list, published once the list is final
 *   D  32 bytes of public randomness of a moment named together with L and later than it
 */

const COMMIT_TAG = 'vq-commit-v1'
const SEED_TAG = 'vq-seed-v1'
const HASH_BYTES = 32

/** Stands for S where no commitment was published in time: then the public randomness alone decides, and the draw says so. */
export const NO_SECRET: Buffer = Buffer.alloc(HASH_BYTES)

/**
 * C = SHA-256(00 ‖ "vq-commit-v1" ‖ 00 ‖ scope ‖ 00 ‖ S).
 * @param scope what is drawn for: the id of the round, or of the contest for a running total
 * @throws RangeError when the secret is not 32 bytes long
 */
export function commitmentTo(scope: string, secret: Uint8Array): Buffer {
  return createHash('sha256')
    .update(tagged(0, COMMIT_TAG, scope))
    .update(sized(secret))
    .digest()
}

/**
 * seed = SHA-256(01 ‖ "vq-seed-v1" ‖ 00 ‖ scope ‖ 00 ‖ S ‖ D ‖ L).
 * @throws RangeError when one of the three is not 32 bytes long
 */
export function seedOf(scope: string, secret: Uint8Array, randomness: Uint8Array, listRoot: Uint8Array): Buffer {
  return createHash('sha256')
    .update(tagged(1, SEED_TAG, scope))
    .update(sized(secret))
    .update(sized(randomness))
    .update(sized(listRoot))
    .digest()
}

/**
 * The first `count` of a list in drawn order: Fisher–Yates with j = i + int(SHA-256(be32(i) ‖ seed ‖ be32(i))) mod (n − i).
 * The bias of the modulus is below n / 2^256.
 * @param length how many the list has; at most 2^32
 * @returns indices of the list's lines, from 0, in the order in which they are drawn
 */
export function drawnOrder(seed: Uint8Array, length: number, count = length): number[] {
  if (count > length) throw new RangeError('more to draw than there are')
  const lines = Array.from({ length }, (_, index) => index)
  const turn = Buffer.alloc(4)
  for (let i = 0; i < count; i++) {
    turn.writeUInt32BE(i)
    const digest = createHash('sha256').update(turn).update(seed).update(turn).digest()
    const j = i + remainder(digest, length - i)
    const drawn = lines[j] as number
    lines[j] = lines[i] as number
    lines[i] = drawn
  }
  return lines.slice(0, count)
}

/** What a big-endian number leaves when it is divided; the divisor below 2^37, so that every step is exact. */
export function remainder(digits: Uint8Array, divisor: number): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 256 + digit) % divisor
  return rest
}

function tagged(first: number, tag: string, scope: string): Buffer {
  return Buffer.concat([Buffer.of(first), Buffer.from(`${tag}\0${scope}\0`)])
}

function sized(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== HASH_BYTES) throw new RangeError(`${HASH_BYTES} bytes are needed`)
  return bytes
}
