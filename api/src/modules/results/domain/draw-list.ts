import { createHash } from 'node:crypto'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { canonicalJson } from '../../../kernel/canonical-json.js'
import { GrowingRoot } from '../../../kernel/merkle-tree.js'
import { drawnOrder, seedOf } from './verifiable-draw.js'

/** One line of the list that is drawn from. Nobody's name stands in it; who has the receipt finds the own line. */
export interface DrawLine {
  /** From 1. */
  n: number
  code: string
  table: string | null
  /** Before the draw, so that equal people show equal ranks; null: without a place, and in the list all the same, since one may be given back. */
  rank: number | null
}

/**
 * How a person is named in the list: SHA-256("thiso-entry-v1" 00 scope 00 receipt codes joined by stops), the first 20 hex digits.
 * Whoever has the receipts can work it out; whoever has not learns nothing from it.
 * @param receipts of the counted attempts, in the order of the rounds
 */
export function entryCode(scope: string, receipts: readonly string[]): string {
  return createHash('sha256')
    .update(`thiso-entry-v1\0${scope}\0${receipts.join('.')}`)
    .digest('hex')
    .slice(0, 20)
}

/**
 * The order of the list: by table, by rank, and by code where these are equal, so that it does not hang on how rows happened to
 * be stored.
 */
export function drawList(people: readonly Omit<DrawLine, 'n'>[]): DrawLine[] {
  return [...people]
    .sort((a, b) => byCodeUnits(a.table ?? '', b.table ?? '') || rankOf(a) - rankOf(b) || byCodeUnits(a.code, b.code))
    .map(({ code, table, rank }, index) => ({ n: index + 1, code, table, rank }))
}

const rankOf = ({ rank }: { rank: number | null }) => rank ?? 2 ** 32

/** The bytes of a line in the Merkle tree: canonical JSON in UTF-8. */
export function lineBytes({ n, code, table, rank }: DrawLine): Buffer {
  return Buffer.from(canonicalJson({ n, code, table, rank }))
}

/** L, the root over the whole list. */
export function listRoot(lines: readonly DrawLine[]): Buffer {
  const growing = new GrowingRoot()
  for (const line of lines) growing.add(lineBytes(line))
  return growing.root()
}

/** What a draw is made of; all of it is published. 32 bytes each but for the list. */
export interface DrawInputs {
  scope: string
  secret: Uint8Array
  randomness: Uint8Array
  lines: readonly DrawLine[]
}

export interface DrawResult {
  listRoot: Buffer
  seed: Buffer
  /** By code: 1 for who was drawn first. */
  orderOf: ReadonlyMap<string, number>
}

/** The whole draw as a function of what is published. */
export function drawAll({ scope, secret, randomness, lines }: DrawInputs): DrawResult {
  const root = listRoot(lines)
  const seed = seedOf(scope, secret, randomness, root)
  const orderOf = new Map<string, number>()
  for (const [index, line] of drawnOrder(seed, lines.length).entries())
    orderOf.set((lines[line] as DrawLine).code, index + 1)
  return { listRoot: root, seed, orderOf }
}

export type TiedLine = DrawLine & { rank: number }

/** What shares its place with others and waits for the draw: the lines of the list with an equal table and rank, in its order. */
export function tiedLines(lines: readonly DrawLine[]): TiedLine[] {
  const counts = new Map<string, number>()
  const keyOf = ({ table, rank }: DrawLine) => `${rank} ${table ?? ''}`
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return lines.filter((line): line is TiedLine => line.rank !== null && (counts.get(keyOf(line)) as number) > 1)
}

/**
 * The scope of a contest's draw among units, since the contest's own id is that of its running total: a version 8 UUID made of
 * SHA-256("units" NUL contest), so that it is known before anything is stored.
 */
export function unitsScopeOf(contestId: string): string {
  const bytes = createHash('sha256').update(`units\0${contestId}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
