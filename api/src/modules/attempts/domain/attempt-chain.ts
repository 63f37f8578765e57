import type { ItemResponse, SubmitKind } from '@thiso/contracts/vocab'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { headOf } from '../../../kernel/hash-chain.js'

/**
 * HC-1: what is recorded of an attempt is a chain of records in the order in which they were written: the start, every answer, every
 * opening of a place of a one-way paper, the end. Its head is h = SHA-256(previous head ‖ SHA-256(canonical JSON of the record)),
 * beginning with 32 zero bytes (kernel/hash-chain). All times are milliseconds since 1970 by the server's clock.
 */

export type StartRecord = ['start', attemptId: string, roundId: string, startedAtMs: number, formHash: string]
export type AnswerRecord = [
  'answer',
  seq: number,
  position: number,
  response: ItemResponse | null,
  receivedAtMs: number,
]
export type OpenRecord = ['open', position: number, openedAtMs: number]
export type SubmitRecord = ['submit', submittedAtMs: number, submitKind: SubmitKind]
export type ChainRecord = StartRecord | AnswerRecord | OpenRecord | SubmitRecord

/** How long a chain is, and its head of 32 bytes. */
export interface Chain {
  links: number
  head: Buffer
}

/** An answer as it is stored; `linkNo` is its number in the chain, 1-based; null: from before chains. */
export interface LinkedAnswer {
  linkNo: number | null
  seq: number
  position: number
  response: ItemResponse | null
  receivedAtMs: number
}

/** An opening as it is stored. */
export interface LinkedOpening {
  linkNo: number | null
  position: number
  openedAtMs: number
}

/** Everything that is stored of an attempt and its chain. */
export interface LinkedAttempt {
  attemptId: string
  roundId: string
  startedAtMs: number
  /** The paper as drawn, of which the chain has the hash. */
  form: unknown
  answers: readonly LinkedAnswer[]
  openings: readonly LinkedOpening[]
  /** null: it still runs. */
  end: { submittedAtMs: number; submitKind: SubmitKind } | null
  /** How many records the chain is said to have. */
  links: number
}

/** @param form the paper as drawn; the record has the SHA-256 of its canonical JSON, in hexadecimal */
export function startRecord(attemptId: string, roundId: string, startedAtMs: number, form: unknown): StartRecord {
  return ['start', attemptId, roundId, startedAtMs, createHash('sha256').update(canonicalJson(form)).digest('hex')]
}

/** @param answer `response` in the author's indices or as typed; null: left blank again */
export function answerRecord(answer: Omit<LinkedAnswer, 'linkNo'>): AnswerRecord {
  return ['answer', answer.seq, answer.position, answer.response, answer.receivedAtMs]
}

export function openRecord(position: number, openedAtMs: number): OpenRecord {
  return ['open', position, openedAtMs]
}

export function submitRecord(submittedAtMs: number, submitKind: SubmitKind): SubmitRecord {
  return ['submit', submittedAtMs, submitKind]
}

/** The chain of all records in their order. */
export function chainOf(records: Iterable<ChainRecord>): Chain {
  const all = [...records]
  return { links: all.length, head: headOf(all) }
}

/** What a chain is continued with: SHA-256 of a record's canonical JSON, in hexadecimal. */
export function recordDigest(record: ChainRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex')
}

/**
 * The same of an answer whose response is JSON text already, without making an object of it again: the answer path does this for every
 * answer. @param response canonical JSON text, as `[0,2]` or `"1945"`, or null
 */
export function answerDigest(seq: number, position: number, response: string | null, receivedAtMs: number): string {
  return createHash('sha256').update(`["answer",${seq},${position},${response},${receivedAtMs}]`).digest('hex')
}

/**
 * HC-2: the records of an attempt as they follow from what is stored, in the order of their numbers. An attempt that was running when
 * chains came has no start record, and answers without a number stay outside its chain.
 * @returns the records; recomputed over them, `chainOf` gives the stored length and head, or something was changed, removed or put in
 */
export function recordsOf(stored: LinkedAttempt): ChainRecord[] {
  const linked: { linkNo: number; record: ChainRecord }[] = []
  for (const answer of stored.answers)
    if (answer.linkNo !== null) linked.push({ linkNo: answer.linkNo, record: answerRecord(answer) })
  for (const opening of stored.openings)
    if (opening.linkNo !== null)
      linked.push({ linkNo: opening.linkNo, record: openRecord(opening.position, opening.openedAtMs) })
  linked.sort((a, b) => a.linkNo - b.linkNo)
  const records = linked.map(({ record }) => record)
  const ends = stored.end ? [submitRecord(stored.end.submittedAtMs, stored.end.submitKind)] : []
  const hasStart = linked[0]?.linkNo !== 1 && stored.links > ends.length
  const starts = hasStart ? [startRecord(stored.attemptId, stored.roundId, stored.startedAtMs, stored.form)] : []
  return [...starts, ...records, ...ends]
}

/** HC-2: does the stored chain follow from the stored rows? */
export function isChainRight(stored: LinkedAttempt, head: Uint8Array): boolean {
  const chain = chainOf(recordsOf(stored))
  return chain.links === stored.links && chain.head.equals(head)
}
