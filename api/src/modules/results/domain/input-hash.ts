import { createHash } from 'node:crypto'
import type { ItemKey, ItemResponse, RulingContent } from '@thiso/contracts/vocab'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { canonicalJson } from '../../../kernel/canonical-json.js'

/** An attempt as far as results follow from it; instants in ms since 1970. */
export interface HashedAttempt {
  id: string
  accountId: string
  attemptNo: number
  tableCode: string | null
  unitId: string | null
  rulesVersion: number
  submittedAtMs: number
  timeUsedS: number
  extraPercent: number
  creditMs: number
  isRanked: boolean
  /** The attempt in whose place it stands (CL-7). */
  replacesId: string | null
  /** What was taken out of its clock while it ran; empty unless items have clocks of their own. */
  takenOut: readonly (readonly [fromMs: number, toMs: number])[]
  /** What there was of extra time that the end of the round cut off; null: all of it. */
  usableExtra: number | null
  /** The answers that counted, by position. */
  answers: readonly (readonly [position: number, seq: number, response: ItemResponse | null, receivedAtMs: number])[]
  openings: readonly (readonly [position: number, openedAtMs: number, creditMs: number])[]
}

/**
 * RS-3: SHA-256 over everything that a version of results follows from, fed line by line so that it needs no memory.
 * A line is JSON without white space, ended by a line feed, in UTF-8:
 *   1. an object with sorted keys: format "thiso-results-1", the scope, the rules by version, the order, what else was set
 *   2. for every attempt, by account and number: ["attempt", id, account, number, table, unit, rules version, submitted at, time used in s,
 *      extra percent, credit in ms, ranked, [[position, seq, response, received at], …], [[position, opened at, credit in ms], …]];
 *      received at is 0 unless items have clocks of their own; then, each only where there is one: the id of the attempt in whose
 *      place it stands, [[taken out of the clock from, to], …] where items have clocks of their own, what there was of extra time that was cut
 *      off, in hundredths of a percent
 *   3. for every item version by its id: ["key", id, key with sorted keys]
 *   4. for every ruling that holds, in the order of approval: ["ruling", ruling with sorted keys]
 *   5. for everybody who is barred from the ranking, by id: ["barred", account]
 *   6. ["draw", seed] once there was one
 */
export class InputHash {
  private readonly hash = createHash('sha256')

  constructor(header: Record<string, unknown>) {
    this.line(canonicalJson({ ...header, format: 'thiso-results-1' }))
  }

  attempt(of: HashedAttempt): void {
    // Arrays of plain values: their JSON is canonical by itself, and ten times as fast.
    this.line(
      JSON.stringify([
        'attempt',
        of.id,
        of.accountId,
        of.attemptNo,
        of.tableCode,
        of.unitId,
        of.rulesVersion,
        of.submittedAtMs,
        of.timeUsedS,
        of.extraPercent,
        of.creditMs,
        of.isRanked,
        of.answers,
        of.openings,
        ...(of.replacesId === null ? [] : [of.replacesId]),
        ...(of.takenOut.length === 0 ? [] : [of.takenOut]),
        ...(of.usableExtra === null ? [] : [of.usableExtra]),
      ]),
    )
  }

  keys(keys: ReadonlyMap<string, ItemKey>): void {
    for (const id of [...keys.keys()].sort(byCodeUnits)) this.line(canonicalJson(['key', id, keys.get(id)]))
  }

  rulings(rulings: readonly RulingContent[]): void {
    for (const ruling of rulings) this.line(canonicalJson(['ruling', ruling]))
  }

  barred(accountIds: Iterable<string>): void {
    for (const id of [...accountIds].sort(byCodeUnits)) this.line(canonicalJson(['barred', id]))
  }

  draw(seed: string | null): void {
    if (seed !== null) this.line(canonicalJson(['draw', seed]))
  }

  /** @returns 64 hex digits */
  digest(): string {
    return this.hash.digest('hex')
  }

  private line(json: string): void {
    this.hash.update(json).update('\n')
  }
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
