import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { signNote, type Signer } from '../../../kernel/signed-note.js'
import { attemptLeaf } from './leaf.js'

export const RECEIPT_FORMAT = 'thiso-receipt-1'

/** What a person keeps of an attempt. Nothing in it is about anybody else, nor how many there are. */
export interface Receipt {
  format: typeof RECEIPT_FORMAT
  origin: string
  round: string
  attempt: string
  /** The receipt code, as it stands in the result. */
  code: string
  /** In ms since 1970, by the server's clock. */
  submittedAt: number
  /** Hex, 32 and 16 bytes. */
  head: string
  salt: string
}

/** A receipt with the platform's signed promise that its leaf stands, or will stand, in the log. */
export interface SignedReceipt extends Receipt {
  promise: string
}

export function receiptOf(attempt: {
  origin: string
  roundId: string
  attemptId: string
  receiptCode: string
  submittedAt: Date
  head: Buffer
  salt: Buffer
}): Receipt {
  return {
    format: RECEIPT_FORMAT,
    origin: attempt.origin,
    round: attempt.roundId,
    attempt: attempt.attemptId,
    code: attempt.receiptCode,
    submittedAt: attempt.submittedAt.getTime(),
    head: attempt.head.toString('hex'),
    salt: attempt.salt.toString('hex'),
  }
}

/**
 * Origin, the word "receipt", the leaf hash and SHA-256 of the receipt's canonical JSON, a line each: so that every letter of the
 * receipt is signed, and a leaf that was promised cannot be left out without anybody being able to show it.
 */
export function promiseText(receipt: Receipt): string {
  const { format, origin, round, attempt, code, submittedAt, head, salt } = receipt
  const leaf = attemptLeaf(Buffer.from(salt, 'hex'), Buffer.from(head, 'hex'))
  const whole = canonicalJson({ format, origin, round, attempt, code, submittedAt, head, salt })
  return `${origin}\nreceipt\n${leaf.toString('base64')}\n${createHash('sha256').update(whole).digest('base64')}\n`
}

export function signReceipt(receipt: Receipt, signer: Signer): SignedReceipt {
  return { ...receipt, promise: signNote(promiseText(receipt), signer) }
}

/**
 * The receipt as one short line, for the fragment of an address that fits a QR code:
 * host ~ round ~ attempt ~ code ~ ms ~ head ~ salt ~ name of the key ~ signature; hashes in base64url, ids without dashes.
 */
export function receiptLine({ promise, ...receipt }: SignedReceipt): string {
  const [, name, signature] = /— (\S+) (\S+)\n$/u.exec(promise) as unknown as [string, string, string]
  const short = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')
  const plain = (id: string) => id.replaceAll('-', '')
  return [
    receipt.origin.split('/')[0],
    plain(receipt.round),
    plain(receipt.attempt),
    receipt.code,
    String(receipt.submittedAt),
    short(receipt.head),
    short(receipt.salt),
    name,
    Buffer.from(signature, 'base64').toString('base64url'),
  ].join('~')
}
