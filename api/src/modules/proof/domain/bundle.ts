import { createHash } from 'node:crypto'
import type {
  DrawSource,
  ItemKey,
  ItemResponse,
  PrizeTier,
  RankingCriterion,
  ResultCause,
  RoundRules,
  SubmitKind,
  UnrankedReason,
} from '@thiso/contracts/vocab'
import type { PoolLeaf } from './pool-commitment.js'

/**
 * The public bundle of a published version of a round's results: a text file in UTF-8, a JSON object a line, each line ended by a line
 * feed. docs/BUNDLE.md says of every field what it is and which published value covers it. People are named by their code in the list of
 * a draw, attempts by their id; instants are in ms since 1970, hashes and salts in hex.
 */
export const BUNDLE_FORMAT = 'thiso-bundle-1'

/** In the order in which they stand; the header and the notes are covered by no section. */
export const SECTIONS = ['round', 'items', 'rulings', 'attempts', 'people', 'draw', 'prizes'] as const
export type Section = (typeof SECTIONS)[number]

export interface HeaderLine {
  kind: 'header'
  format: typeof BUNDLE_FORMAT
  /** The line that names the round's log. */
  origin: string
  contest: string
  round: string
  /** Of the results. */
  version: number
  /** Which making of the bundle: each has a results note of its own. */
  edition: number
  /** Every key with which the platform has signed, as a verifier takes it; the one in use last. */
  keys: string[]
}

export interface RoundLine {
  kind: 'round'
  opensAt: number
  closesAt: number
  graceMs: number
  /** 32 bytes, told now. */
  secret: string
  /** The commitments as they were published; null: there were none. */
  commitment: string | null
  poolRoot: string | null
  committedAt: number | null
  blueprint: { topic: string; level: string; type?: string | null; count: number; points?: number }[]
  /** EX-2: into how many day pools the pool is dealt; 1: it is one. */
  dayPools: number
  /** What each version of the rules said. */
  terms: { version: number; rules: RoundRules; timeLimitS: number }[]
  /** Whose ranking, counting and prediction hold for the round. */
  rulesVersion: number
  /** While the clock stood for everybody. */
  pauses: [from: number, to: number][]
}

/** One leaf of the pool with the hash that it has in the tree. */
export interface ItemLine {
  kind: 'item'
  leaf: PoolLeaf
  hash: string
}

/** About an item, about a person, about one attempt. */
export type RulingAct =
  | 'key'
  | 'also-right'
  | 'strike'
  | 'all-right'
  | 'exclude'
  | 'reinstate'
  | 'void-attempt'
  | 'restore-attempt'

export interface RulingLine {
  kind: 'ruling'
  /** From 1 in the order in which they were approved. */
  n: number
  act: RulingAct
  item?: string
  key?: ItemKey
  person?: string
  attempt?: string
}

export type ChainRecord =
  | ['answer', seq: number, position: number, response: ItemResponse | null, receivedAt: number]
  | ['open', position: number, openedAt: number]
  | ['submit', submittedAt: number, kind: SubmitKind]

export interface AttemptLine {
  kind: 'attempt'
  /** Place in the log, from 0; null: it ended before logs were kept, and no leaf stands for it. */
  index: number | null
  id: string
  person: string
  /** Counts the person's attempts of the round. */
  no: number
  table: string | null
  salt: string | null
  leaf: string | null
  startedAt: number
  rulesVersion: number
  extraPercent: number
  usableExtra: number | null
  creditMs: number
  /** As recorded, in s. */
  usedS: number
  isRanked: boolean
  /** The attempt in whose place it stands. */
  replaces: string | null
  /** From which of the day pools its paper was drawn, from 0. */
  part: number
  /** Earlier attempts whose items came last in the draw, and the pool's items that were met in them. */
  after: string[]
  met: string[]
  takenOut: [from: number, to: number][]
  /** What was chained after the start, in that order. */
  records: ChainRecord[]
}

/** What is left of an attempt whose person was erased. */
export interface ErasedLine {
  kind: 'erased'
  index: number
  leaf: string
  /** The hash of the line that stood here, so that the section keeps its own. */
  line: string
}

export interface VersionLine {
  kind: 'version'
  number: number
  cause: ResultCause
  ranking: RankingCriterion[]
  predictionTarget: number | null
  participants: number
  ranked: number
  perfect: number
  attempts: number
  tied: number
}

export interface PersonLine {
  kind: 'person'
  code: string
  table: string | null
  rank: number | null
  out: UnrankedReason | null
  /** From 1 over all tables. */
  order: number
  isTied: boolean
  /** The counted attempt. */
  attempt: string
  points: number
  maxPoints: number
  right: number
  prediction: number | null
  predictionError: number | null
  timeUsedS: number
  submittedAt: number
  attempts: number
  drawOrder: number | null
  /** Which line of the draw's list is this person's; null: no list was named. */
  listed: number | null
}

export interface DrawLineOf {
  kind: 'draw'
  /** none: no list was named. */
  state: 'none' | 'named' | 'drawn'
  commitment: string | null
  committedAt: number | null
  secret: string | null
  listRoot: string | null
  listCount: number | null
  source: DrawSource | null
  namedAt: number | null
  /** The signature of the beacon, or the numbers of the lottery. */
  entry: string | null
  randomness: string | null
  seed: string | null
}

/** A line of the list that was published before the randomness was known. */
export interface ListedLine {
  kind: 'listed'
  n: number
  code: string
  table: string | null
  rank: number | null
}

export interface PrizeLineOf {
  kind: 'prize'
  key: string
  tier: PrizeTier
  table: string | null
  count: number
  winners: string[]
}

/** Whom the order reaches and who gets no prize here; why, is told to the person alone. */
export interface PassedLine {
  kind: 'passed'
  person: string
}

export interface NoteLine {
  kind: 'note'
  of: 'commitment' | 'checkpoint' | 'results'
  note: string
}

export type BundleLine =
  | HeaderLine
  | RoundLine
  | ItemLine
  | RulingLine
  | AttemptLine
  | ErasedLine
  | VersionLine
  | PersonLine
  | DrawLineOf
  | ListedLine
  | PrizeLineOf
  | PassedLine
  | NoteLine

/** In which section a kind of line stands. */
export const SECTION_OF: Record<BundleLine['kind'], Section | 'header' | 'notes'> = {
  header: 'header',
  round: 'round',
  item: 'items',
  ruling: 'rulings',
  attempt: 'attempts',
  erased: 'attempts',
  version: 'people',
  person: 'people',
  draw: 'draw',
  listed: 'draw',
  prize: 'prizes',
  passed: 'prizes',
  note: 'notes',
}

/** SHA-256 of a line without its line feed. */
export function lineHash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * VB-2: the hash of every section: SHA-256 over the SHA-256 of its lines, one after the other. So an erased attempt leaves its line's hash
 * and the section keeps its own.
 */
export class SectionHashes {
  private readonly hashes = new Map(SECTIONS.map((section) => [section, createHash('sha256')]))

  /** @param text the line as it stands in the file; header and notes belong to no section */
  add(line: BundleLine, text: string): void {
    const section = SECTION_OF[line.kind]
    if (section === 'header' || section === 'notes') return
    this.hashes.get(section)?.update(line.kind === 'erased' ? Buffer.from(line.line, 'hex') : lineHash(text))
  }

  /** @returns by section, in hex; once */
  digest(): Record<Section, string> {
    return Object.fromEntries([...this.hashes].map(([section, hash]) => [section, hash.digest('hex')])) as Record<
      Section,
      string
    >
  }
}

/** A line as it is written. */
export function lineText(line: BundleLine): string {
  return JSON.stringify(line)
}

/**
 * VB-7: what is left of an attempt's line when its person is erased: place, leaf and the line's hash, from which nothing can be told, since
 * the salt was part of it.
 * @param text the line as it stood
 */
export function erasedLine(text: string): ErasedLine {
  const { index, leaf } = JSON.parse(text) as AttemptLine
  if (index === null || leaf === null) throw new RangeError('only attempts of a log can be erased from it')
  return { kind: 'erased', index, leaf, line: lineHash(text).toString('hex') }
}

/** VB-7: a bundle's lines without the attempts named; everything else stays as it is and verifies. */
export function withoutAttempts(lines: readonly string[], ids: ReadonlySet<string>): string[] {
  return lines.map((text) => {
    if (!text.startsWith('{"kind":"attempt"')) return text
    return ids.has((JSON.parse(text) as AttemptLine).id) ? lineText(erasedLine(text)) : text
  })
}
