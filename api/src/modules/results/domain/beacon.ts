import { createHash } from 'node:crypto'
import { bls12_381 } from '@noble/curves/bls12-381.js'

/**
 * The public beacon drand, chain "quicknet": every three seconds a number that nobody can know before and everybody can check
 * after, signed jointly by independent institutions. What is pinned here names the chain; a signature that fits the key is
 * genuine, wherever it was copied from.
 */
export const QUICKNET = {
  chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  genesisS: 1_692_803_367,
  periodS: 3,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
} as const

const DST = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const SIGNATURE = /^[0-9a-f]{96}$/

/** The round of the beacon that is current at a moment. @param atMs ms since 1970, not before the chain's genesis */
export function beaconRoundAt(atMs: number): number {
  return Math.floor((atMs / 1000 - QUICKNET.genesisS) / QUICKNET.periodS) + 1
}

/** When a round of the beacon is due, in ms since 1970. */
export function beaconRoundTime(round: number): number {
  return (QUICKNET.genesisS + (round - 1) * QUICKNET.periodS) * 1000
}

/** The first round that is due at or after a moment. @param atMs ms since 1970 */
export function firstBeaconRoundFrom(atMs: number): number {
  return Math.ceil((atMs / 1000 - QUICKNET.genesisS) / QUICKNET.periodS) + 1
}

/**
 * The 32 random bytes of a round: SHA-256 of its signature, once the signature has been verified (BLS on G1 over
 * SHA-256(be64(round)), unchained).
 * @param signature 48 bytes in hex, as the beacon publishes them
 * @returns null when it is not the signature of that round
 */
export function beaconRandomness(round: number, signature: string): Buffer | null {
  const hex = signature.trim().toLowerCase()
  if (!SIGNATURE.test(hex) || !Number.isSafeInteger(round) || round < 1) return null
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(round))
  const schemes = bls12_381.shortSignatures
  const message = schemes.hash(createHash('sha256').update(number).digest(), DST)
  const bytes = Buffer.from(hex, 'hex')
  try {
    if (!schemes.verify(bytes, message, Buffer.from(QUICKNET.publicKey, 'hex'))) return null
  } catch {
    // Bytes that are no point of the curve.
    return null
  }
  return createHash('sha256').update(bytes).digest()
}
