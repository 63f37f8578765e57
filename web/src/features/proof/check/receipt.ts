import type { ApiOutput } from '@thiso/contracts'
import { hash, ofBase64, ofHex, ofText, toBase64, toHex } from './bytes'
import { leafOf } from './note'

export type Receipt = NonNullable<ApiOutput<'attemptReceipt'>['card']>['receipt']

const FORMAT = 'thiso-receipt-1'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A receipt as somebody pastes or opens it: its text, the address of its QR code, or the line in that address.
 * @returns null for anything else
 */
export function readReceipt(pasted: string): Receipt | null {
  const text = pasted.trim()
  return text.startsWith('{') ? ofJson(text) : ofLine(text.slice(text.indexOf('#') + 1))
}

function ofJson(text: string): Receipt | null {
  try {
    return sound(JSON.parse(text) as Receipt)
  } catch {
    return null
  }
}

type Nine = [string, string, string, string, string, string, string, string, string]

/** host ~ round ~ attempt ~ code ~ ms ~ head ~ salt ~ name of the key ~ signature. */
function ofLine(line: string): Receipt | null {
  const parts = line.split('~')
  if (parts.length !== 9) return null
  const [host, round, attempt, code, ms, head, salt, name, signature] = parts as Nine
  const bytes = [head, salt, signature].map(ofBase64)
  if (bytes.includes(null)) return null
  const [headBytes, saltBytes, signed] = bytes as [Uint8Array, Uint8Array, Uint8Array]
  const plain = {
    format: FORMAT as typeof FORMAT,
    origin: `${host}/rounds/${dashed(round)}`,
    round: dashed(round),
    attempt: dashed(attempt),
    code,
    submittedAt: Number(ms),
    head: toHex(headBytes),
    salt: toHex(saltBytes),
  }
  const checked = sound({ ...plain, promise: '' })
  return checked && { ...plain, promise: `${promiseText(checked)}\n— ${name} ${toBase64(signed)}\n` }
}

const dashed = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Only what a receipt holds, if all of it is there and of the right form. */
function sound(found: Receipt): Receipt | null {
  const { format, origin, round, attempt, code, submittedAt, head, salt, promise } = found
  const isSound =
    format === FORMAT &&
    [origin, code, promise].every((text) => typeof text === 'string') &&
    [round, attempt].every((id) => typeof id === 'string' && UUID.test(id)) &&
    Number.isSafeInteger(submittedAt) &&
    /^[0-9a-f]{64}$/.test(head) &&
    /^[0-9a-f]{32}$/.test(salt)
  return isSound ? { format, origin, round, attempt, code, submittedAt, head, salt, promise } : null
}

/** The leaf that the receipt stands for, as hex. */
export const leafHex = ({ salt, head }: Pick<Receipt, 'salt' | 'head'>) => toHex(leafOfReceipt({ salt, head }))

export function leafOfReceipt({ salt, head }: Pick<Receipt, 'salt' | 'head'>): Uint8Array {
  return leafOf(ofHex(salt) as Uint8Array, ofHex(head) as Uint8Array)
}

/** What the platform signed when it gave the receipt: origin, the word "receipt", the leaf, and the hash of all that it says. */
export function promiseText(receipt: Receipt): string {
  const { attempt, code, format, head, origin, round, salt, submittedAt } = receipt
  // In the order of their names, as the canonical form has them.
  const whole = JSON.stringify({ attempt, code, format, head, origin, round, salt, submittedAt })
  return `${origin}\nreceipt\n${toBase64(leafOfReceipt(receipt))}\n${toBase64(hash(ofText(whole)))}\n`
}
