import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/**
 * Signed notes and checkpoints as the transparency logs of the world write them (C2SP signed-note and tlog-checkpoint): a few
 * lines of text that can be printed, posted and checked by anybody's tools.
 *
 * A note is text ending in a line feed, an empty line, and lines "— name base64(key id ‖ signature)". The id of an Ed25519
 * key is the first four bytes of SHA-256(name ‖ 0A ‖ 01 ‖ public key).
 */
export interface Signer {
  name: string
  /** 32 bytes from which the Ed25519 key follows. */
  seed: Uint8Array
}

const ED25519 = 1
/** What stands before 32 bytes of an Ed25519 key in PKCS #8 and SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** A name is one word without a plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name)
}

/** "name+key id+base64(01 ‖ public key)": what a verifier is given once. */
export function verifierKey({ name, seed }: Signer): string {
  if (!isKeyName(name)) throw new RangeError('the name of a key is one word without a plus')
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  const publicKey = spki.subarray(SPKI.length)
  return `${name}+${keyIdOf(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`
}

/** @param text ends in a line feed and holds no control characters beside line feeds */
export function signNote(text: string, signer: Signer): string {
  if (!isNoteText(text)) throw new RangeError('the text of a note ends in a line feed and has no control characters')
  const [, id] = verifierKey(signer).split('+') as [string, string]
  const signature = sign(null, Buffer.from(text), privateKeyOf(signer.seed))
  return `${text}\n— ${signer.name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`
}

/** @returns the text if the note bears a good signature of that key, otherwise null; signatures of others are no obstacle */
export function openNote(note: string, key: string): string | null {
  const parsed = parseKey(key)
  const split = note.lastIndexOf('\n\n')
  if (!parsed || split < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, split + 1)
  if (!isNoteText(text)) return null
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line)
    if (!match) return null
    if (match[1] !== parsed.name) continue
    const bytes = Buffer.from(match[2] as string, 'base64')
    if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(parsed.id)) continue
    return verify(null, Buffer.from(text), parsed.publicKey, bytes.subarray(4)) ? text : null
  }
  return null
}

export interface Checkpoint {
  /** What the tree is of: one line. */
  origin: string
  size: number
  root: Uint8Array
}

/** "origin, size, base64(root)", a line each. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!/^[^\n\r]+$/u.test(origin)) throw new RangeError('an origin is one line')
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`
}

/** @returns null for what is not the text of a checkpoint; further lines are allowed and ignored */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n')
  if (!origin || !size || !/^(0|[1-9]\d{0,14})$/u.test(size) || !root) return null
  const bytes = Buffer.from(root, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === root ? { origin, size: Number(size), root: bytes } : null
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  return text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/u.test(text)
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

function keyIdOf(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(name).update(Buffer.of(10, ED25519)).update(publicKey).digest().subarray(0, 4)
}

function parseKey(key: string): { name: string; id: Buffer; publicKey: KeyObject } | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(key)
  if (!match) return null
  const [, name, hex, base64] = match as unknown as [string, string, string, string]
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ED25519) return null
  const id = keyIdOf(name, bytes.subarray(1))
  if (id.toString('hex') !== hex) return null
  return {
    name,
    id,
    publicKey: createPublicKey({ key: Buffer.concat([SPKI, bytes.subarray(1)]), format: 'der', type: 'spki' }),
  }
}
