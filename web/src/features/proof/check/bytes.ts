import { sha256 } from '@noble/hashes/sha2.js'

/** Bytes in and out of texts, and hashes, without WebCrypto: a school's own address without TLS has none. */

export const hash = (...parts: Uint8Array[]): Uint8Array => sha256(joined(...parts))
export const ofText = (text: string): Uint8Array => new TextEncoder().encode(text)

export function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** @returns null for what is not hex */
export function ofHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

/** @returns null for what is not base64; its variant for addresses is read too */
export function ofBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
