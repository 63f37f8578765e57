import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Safe Exam Browser's proof that a page is open in it with given settings (its developers' documentation "Config Key" and "Browser Exam
 * Key"): with every request the browser sends the SHA-256 of the absolute address, without its fragment, followed by the key. Whoever has
 * the unencrypted settings can work the Config Key out; it is a help to invigilators and not a lock.
 */

export interface SafeBrowserKeys {
  /** Of the settings file; 64 hex digits each. Empty: not asked for. */
  configKeys: readonly string[]
  /** Of the settings file and the program's version; 64 hex digits each. Empty: not asked for. */
  browserKeys: readonly string[]
}

/** What a request or a page brings as proof. */
export interface SafeBrowserProof {
  /** Absolute, as the browser saw it. */
  url: string
  /** 64 hex digits each; undefined: none came. */
  configKeyHash: string | undefined
  browserKeyHash: string | undefined
}

/** What the browser sends for an address and a key, in hex. */
export function safeBrowserHash(url: string, key: string): string {
  return createHash('sha256').update(withoutFragment(url)).update(key.toLowerCase()).digest('hex')
}

/**
 * PE-9: a proof holds if it fits one of the keys of each kind that has keys; without any key nothing holds. What is compared takes as long
 * whether it fits or not.
 */
export function isProven(proof: SafeBrowserProof, keys: SafeBrowserKeys): boolean {
  if (keys.configKeys.length + keys.browserKeys.length === 0) return false
  const isConfig = keys.configKeys.length === 0 || fitsOne(proof.url, proof.configKeyHash, keys.configKeys)
  const isBrowser = keys.browserKeys.length === 0 || fitsOne(proof.url, proof.browserKeyHash, keys.browserKeys)
  return isConfig && isBrowser
}

function fitsOne(url: string, hash: string | undefined, keys: readonly string[]): boolean {
  const given = hash && /^[0-9a-f]{64}$/i.test(hash) ? Buffer.from(hash, 'hex') : null
  if (!given) return false
  let fits = false
  for (const key of keys) fits = timingSafeEqual(given, Buffer.from(safeBrowserHash(url, key), 'hex')) || fits
  return fits
}

const withoutFragment = (url: string) => url.split('#', 1)[0] as string

/**
 * What a session carries for a while after its page has proven itself by the script interface, where the browser cannot send headers:
 * `<round>.<until in ms>.<code>`, the code bound to session and round.
 * @param secret the platform's own
 */
export function passOf(secret: string, sessionId: string, roundId: string, untilMs: number): string {
  const code = createHmac('sha256', secret)
    .update(`safe-browser\0${sessionId}\0${roundId}\0${untilMs}`)
    .digest('base64url')
  return `${roundId}.${untilMs}.${code}`
}

/** Whether a session carries a pass for the round that is still good at `nowMs`. */
export function isPass(
  pass: string | undefined,
  how: { secret: string; sessionId: string; roundId: string; nowMs: number },
): boolean {
  const untilMs = Number(pass?.split('.')[1])
  if (!pass || !Number.isSafeInteger(untilMs) || untilMs < how.nowMs) return false
  const right = Buffer.from(passOf(how.secret, how.sessionId, how.roundId, untilMs))
  const given = Buffer.from(pass)
  return given.length === right.length && timingSafeEqual(given, right)
}
