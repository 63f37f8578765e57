import { createHash } from 'node:crypto'
import { SECTIONS, type Section } from './bundle.js'

/** What the platform signs when it makes a bundle; all hashes in hex. */
export interface ResultsNote {
  /** Of the round's log. */
  origin: string
  /** From 1; each names the one before it, so that none can be left out. */
  edition: number
  /** Of the results. */
  version: number
  log: { size: number; root: string }
  /** How many checkpoints there were, and SHA-256 over them one after the other. */
  checkpoints: { count: number; hash: string }
  poolRoot: string
  commitment: string
  /** SHA-256 of the note before; null: this is the first. */
  previous: string | null
  sections: Record<Section, string>
}

const NONE = '-'

/**
 * VB-3: the text of a results note, to be signed as a C2SP note:
 * origin "/results", then a line each of "edition", "version", "log size root", "checkpoints count hash", "pool", "secret",
 * "previous", and each section's name with its hash.
 */
export function resultsNoteText(note: ResultsNote): string {
  const { origin, edition, version, log, checkpoints, poolRoot, commitment, previous, sections } = note
  return [
    `${origin}/results`,
    `edition ${edition}`,
    `version ${version}`,
    `log ${log.size} ${log.root}`,
    `checkpoints ${checkpoints.count} ${checkpoints.hash}`,
    `pool ${poolRoot}`,
    `secret ${commitment}`,
    `previous ${previous ?? NONE}`,
    ...SECTIONS.map((section) => `${section} ${sections[section]}`),
    '',
  ].join('\n')
}

/** @returns null for what is not the text of a results note, to the letter */
export function parseResultsNote(text: string): ResultsNote | null {
  const lines = text.split('\n')
  const value = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? ''
  const [size = '', root = ''] = value('log').split(' ')
  const [count = '', hash = ''] = value('checkpoints').split(' ')
  const previous = value('previous')
  const note: ResultsNote = {
    origin: (lines[0] ?? '').replace(/\/results$/, ''),
    edition: Number(value('edition')),
    version: Number(value('version')),
    log: { size: Number(size), root },
    checkpoints: { count: Number(count), hash },
    poolRoot: value('pool'),
    commitment: value('secret'),
    previous: previous === NONE ? null : previous,
    sections: Object.fromEntries(SECTIONS.map((section) => [section, value(section)])) as Record<Section, string>,
  }
  return resultsNoteText(note) === text ? note : null
}

/** SHA-256 over notes one after the other, signatures included, in hex. */
export function notesHash(notes: readonly string[]): string {
  const hash = createHash('sha256')
  for (const note of notes) hash.update(note)
  return hash.digest('hex')
}
