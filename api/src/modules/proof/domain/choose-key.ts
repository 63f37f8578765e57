import { type Signer, verifierKey } from '../../../kernel/signed-note.js'

export interface KnownKey {
  verifierKey: string
  name: string
  seed: Buffer | null
}

/** What a platform without a public address calls itself. */
const NAMELESS = 'thi-so'

/** The name of the platform's key: the host of its public address, with the port if it has one. */
export function keyNameOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? NAMELESS : new URL(publicUrl).host
}

/**
 * The key to sign with from now on: that of the setting, else the newest one of this name that is kept, else a new one. A key that
 * comes from a setting is not kept.
 * @param given seed from the setting
 * @param fresh 32 random bytes, for a new key
 */
export function chooseKey(
  name: string,
  known: readonly KnownKey[],
  given: Buffer | null,
  fresh: Buffer,
): { key: KnownKey; signer: Signer } {
  const kept = given ? undefined : known.filter((key) => key.name === name && key.seed !== null).at(-1)
  if (kept) return { key: kept, signer: { name, seed: kept.seed as Buffer } }
  const signer = { name, seed: given ?? fresh }
  return { key: { verifierKey: verifierKey(signer), name, seed: given ? null : fresh }, signer }
}
