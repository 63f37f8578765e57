import type { MerkleTree } from '../kernel/merkle-tree.js'
import { type Checkpoint, openNote, parseCheckpoint } from '../kernel/signed-note.js'
import { type HeaderLine, type NoteLine, SECTIONS, type Section } from '../modules/proof/domain/bundle.js'
import { notesHash, parseResultsNote, type ResultsNote } from '../modules/proof/domain/results-note.js'
import type { RoundCheck } from './check-round.js'
import type { Findings } from './findings.js'

/** What somebody brings along from elsewhere. */
export interface Kept {
  /** Keys that the contest page or the rules show; nothing that others signed counts then. */
  keys?: readonly string[] | undefined
  /** A checkpoint that was noted: the note itself, the line that was posted of it, or that of one still sealed. */
  checkpoint?: string | undefined
}

/** VB-6: everything that is signed: checkpoints, commitment and the results notes, and what somebody kept. */
export class NotesCheck {
  private readonly keys: readonly string[]
  private readonly lines: NoteLine[] = []

  constructor(
    private readonly findings: Findings,
    private readonly header: HeaderLine,
    private readonly kept: Kept,
  ) {
    this.keys = kept.keys ?? header.keys
    if (kept.keys === undefined) findings.note('KEY_FROM_FILE', { key: header.keys.join(', ') })
    else
      for (const found of header.keys)
        if (!kept.keys.includes(found)) findings.fail('KEY_OTHER', { found, expected: kept.keys.join(', ') })
  }

  add(line: NoteLine): void {
    this.lines.push(line)
  }

  end(tree: MerkleTree, round: RoundCheck, sections: Record<Section, string>): void {
    const texts = this.lines.map((line, index) => {
      const text = this.open(line.note)
      if (text === null) this.findings.fail('NOTE_SIGNATURE', { n: index + 1, of: line.of, key: this.keys.join(', ') })
      return { ...line, text: text ?? line.note.slice(0, line.note.lastIndexOf('\n\n') + 1), n: index + 1 }
    })
    const of = (kind: NoteLine['of']) => texts.filter((one) => one.of === kind)
    this.checkCheckpoints(of('checkpoint'), tree)
    this.checkCommitment(of('commitment'), round)
    this.checkResults(of('results'), of('checkpoint'), tree, round, sections)
    this.checkKept(tree)
  }

  private open(note: string): string | null {
    for (const key of this.keys) {
      const text = openNote(note, key)
      if (text !== null) return text
    }
    return null
  }

  private checkCheckpoints(notes: readonly { text: string; n: number }[], tree: MerkleTree): void {
    if (notes.length === 0) {
      this.findings.note('NO_CHECKPOINT')
      return
    }
    let good = 0
    for (const { text, n } of notes) {
      const checkpoint = parseCheckpoint(text)
      if (!checkpoint || checkpoint.origin !== this.header.origin)
        this.findings.fail('NOTE_UNREADABLE', { n, of: 'checkpoint' })
      else if (this.fits(checkpoint, tree, good)) good = Math.max(good, checkpoint.size)
    }
    this.findings.okUnless(
      ['NOTE_SIGNATURE', 'NOTE_UNREADABLE', 'CHECKPOINT_WRONG', 'CHECKPOINT_BEYOND'],
      'CHECKPOINTS_HOLD',
      { count: notes.length },
    )
  }

  private fits({ size, root }: Checkpoint, tree: MerkleTree, good: number): boolean {
    if (size > tree.size) {
      this.findings.fail('CHECKPOINT_BEYOND', { size, count: tree.size })
      return false
    }
    const [found, expected] = [tree.root(size).toString('hex'), Buffer.from(root).toString('hex')]
    if (found !== expected) this.findings.fail('CHECKPOINT_WRONG', { size, found, expected, from: good + 1, to: size })
    return found === expected
  }

  /** The last one holds: before anybody takes part the pool may be changed, and is committed to anew. */
  private checkCommitment(notes: readonly { text: string }[], round: RoundCheck): void {
    const last = notes.at(-1)
    if (!last) return
    const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')
    const lines = last.text.split('\n')
    const isSame =
      lines[0] === this.header.origin &&
      lines.includes(`secret ${base64(round.commitment)}`) &&
      lines.includes(`pool ${round.pool.length} ${base64(round.poolRoot)}`)
    if (!isSame) this.findings.fail('COMMITMENT_OTHER')
    this.findings.okUnless(['COMMITMENT_OTHER', 'NOTE_SIGNATURE'], 'COMMITMENT_SIGNED')
  }

  private checkResults(
    notes: readonly { text: string; note: string; n: number }[],
    checkpoints: readonly { note: string }[],
    tree: MerkleTree,
    round: RoundCheck,
    sections: Record<Section, string>,
  ): void {
    let before: string | null = null
    let edition = 0
    let last: ResultsNote | null = null
    for (const { text, note, n } of notes) {
      const parsed = parseResultsNote(text)
      if (!parsed || parsed.origin !== this.header.origin) {
        this.findings.fail('NOTE_UNREADABLE', { n, of: 'results' })
        continue
      }
      this.missing(edition, parsed.edition)
      const isNext = parsed.edition === edition + 1
      if (isNext && parsed.previous !== before) this.findings.fail('NOTE_CHAIN_WRONG', { edition: parsed.edition })
      this.checkNote(parsed, checkpoints, tree, round)
      ;[edition, before, last] = [parsed.edition, notesHash([note]), parsed]
    }
    this.missing(edition, this.header.edition + 1)
    if (last) this.checkSections(last, sections)
    const failures = ['NOTE_MISSING', 'NOTE_CHAIN_WRONG', 'SECTION_WRONG', 'NOTE_LOG_WRONG'] as const
    const further = ['NOTE_COMMITMENT_WRONG', 'NOTE_VERSION_WRONG', 'CHECKPOINTS_CHANGED', 'NOTE_SIGNATURE'] as const
    this.findings.okUnless([...failures, ...further, 'NOTE_UNREADABLE'], 'NOTES_HOLD', { count: notes.length })
  }

  /** Editions between two that are not there. */
  private missing(after: number, before: number): void {
    for (let edition = after + 1; edition < Math.min(before, after + 100); edition++)
      this.findings.fail('NOTE_MISSING', { edition })
  }

  private checkNote(
    { edition, log, checkpoints, poolRoot, commitment }: ResultsNote,
    known: readonly { note: string }[],
    tree: MerkleTree,
    round: RoundCheck,
  ): void {
    const found = log.size <= tree.size ? tree.root(log.size).toString('hex') : '–'
    if (found !== log.root) this.findings.fail('NOTE_LOG_WRONG', { edition, size: log.size, expected: log.root, found })
    const named = known.slice(0, checkpoints.count).map(({ note }) => note)
    if (named.length < checkpoints.count || notesHash(named) !== checkpoints.hash)
      this.findings.fail('CHECKPOINTS_CHANGED', { edition, count: checkpoints.count })
    if (poolRoot !== round.poolRoot || commitment !== round.commitment)
      this.findings.fail('NOTE_COMMITMENT_WRONG', { edition })
  }

  private checkSections(last: ResultsNote, sections: Record<Section, string>): void {
    const { version, edition } = this.header
    if (last.version !== version || last.edition !== edition)
      this.findings.fail('NOTE_VERSION_WRONG', { version, edition })
    for (const section of SECTIONS)
      if (last.sections[section] !== sections[section]) this.findings.fail('SECTION_WRONG', { section })
  }

  private checkKept(tree: MerkleTree): void {
    const { checkpoint } = this.kept
    if (checkpoint === undefined) {
      this.findings.note('KEPT_NONE')
      return
    }
    const seal = /sealed ([0-9a-f]{64})/.exec(checkpoint)?.[1]
    if (seal !== undefined) {
      this.checkSeal(seal)
      return
    }
    const note = keptNote(checkpoint)
    const isSigned = note.includes('\n\n')
    if (isSigned && this.open(note) === null) this.findings.fail('KEPT_SIGNATURE')
    const kept = parseCheckpoint(note)
    if (!kept || kept.origin !== this.header.origin) {
      this.findings.fail('KEPT_OTHER', { origin: kept?.origin ?? '–' })
      return
    }
    const { size } = kept
    const expected = Buffer.from(kept.root).toString('hex')
    const found = size <= tree.size ? tree.root(size).toString('hex') : '–'
    if (found === expected) this.findings.ok('KEPT_HOLDS', { size })
    else this.findings.fail('KEPT_WRONG', { size, expected, found })
  }

  /** While a round runs, only the hash of a checkpoint may be public. */
  private checkSeal(seal: string): void {
    if (this.lines.some((line) => line.of === 'checkpoint' && notesHash([line.note]) === seal))
      this.findings.ok('KEPT_SEAL_HOLDS', { seal })
    else this.findings.fail('KEPT_SEAL_WRONG', { seal })
  }
}

/** A note as it is, or made again from the line that was posted of it: the same lines, parted by bars. */
export function keptNote(text: string): string {
  if (!text.includes(' | ')) return text.endsWith('\n') ? text : `${text}\n`
  const parts = text.trim().split(' | ')
  const isSignature = (part: string) => part.startsWith('— ')
  const body = parts.filter((part) => !isSignature(part)).join('\n')
  const signatures = parts.filter(isSignature).join('\n')
  return signatures === '' ? `${body}\n` : `${body}\n\n${signatures}\n`
}
