import { type ItemDraft, plainText } from '@thiso/contracts/vocab'
import { bandsOf, NEAR, nearPairs, resemblance, shinglesOf } from '../../item-bank/rules.js'
import type { Duplicate } from '../infra/import.entities.js'

/** An item of the bank that may say nearly the same. */
export interface Candidate {
  id: string
  code: string
  stemText: string
}

/** A row of the file, as far as it is compared. */
export interface Stem {
  ordinal: number
  place: string
  text: string
  shingles: Set<string>
  bands: number[]
}

const SHOWN_MAX = 3
const LABEL_MAX = 160

export function stemOf(row: { ordinal: number; place: string; draft: ItemDraft }): Stem {
  const text = plainText(row.draft.body.stem)
  const shingles = shinglesOf(text)
  return { ordinal: row.ordinal, place: row.place, text, shingles, bands: bandsOf(shingles) }
}

/**
 * IX-5: for every row the items of the bank and the earlier rows of the file that say nearly the same, the nearest first. Only the later
 * one of two rows is a duplicate, so one of them is taken.
 * @param candidates items of the bank that share a band with some row
 * @returns by ordinal; rows without any are not there
 */
export function nearRows(stems: readonly Stem[], candidates: readonly Candidate[]): Map<number, Duplicate[]> {
  const found = new Map<number, Duplicate[]>()
  const add = (ordinal: number, duplicate: Duplicate) => {
    const known = found.get(ordinal)
    if (known) known.push(duplicate)
    else found.set(ordinal, [duplicate])
  }
  for (const { a, b, resemblance: share } of nearPairs(stems.map(({ shingles }) => shingles))) {
    const [first, second] = [stems[a] as Stem, stems[b] as Stem]
    add(second.ordinal, rowDuplicate(first, share))
  }
  const byBand = new Map<number, Stem[]>()
  for (const stem of stems)
    for (const band of stem.bands) {
      const known = byBand.get(band)
      if (known) known.push(stem)
      else byBand.set(band, [stem])
    }
  for (const candidate of candidates) {
    const shingles = shinglesOf(candidate.stemText)
    const near = new Set(bandsOf(shingles).flatMap((band) => byBand.get(band) ?? []))
    for (const stem of near) {
      const share = resemblance(stem.shingles, shingles)
      if (share >= NEAR) add(stem.ordinal, itemDuplicate(candidate, share))
    }
  }
  for (const [ordinal, duplicates] of found) found.set(ordinal, shown(duplicates))
  return found
}

export function itemDuplicate({ id, code, stemText }: Candidate, share: number): Duplicate {
  return { itemId: id, ordinal: null, label: labelOf(code, stemText), percent: percentOf(share) }
}

export function rowDuplicate({ ordinal, place, text }: Stem, share: number): Duplicate {
  return { itemId: null, ordinal, label: labelOf(place, text), percent: percentOf(share) }
}

/** How near two rows are, 0 to 1; 0 below the mark from which they count as nearly the same. */
export function nearness(a: Stem, b: Stem): number {
  const share = resemblance(a.shingles, b.shingles)
  return share >= NEAR ? share : 0
}

/** The nearest ones; of equally near ones items of the bank before rows of the file. */
export function shown(duplicates: readonly Duplicate[]): Duplicate[] {
  return [...duplicates]
    .sort((a, b) => b.percent - a.percent || (a.ordinal ?? 0) - (b.ordinal ?? 0))
    .slice(0, SHOWN_MAX)
}

function labelOf(name: string, text: string): string {
  const label = `${name}: ${text}`
  return label.length <= LABEL_MAX ? label : `${label.slice(0, LABEL_MAX - 1).replace(/\p{Surrogate}$/u, '')}…`
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}
