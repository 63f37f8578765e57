import { Paragraph, type Table } from 'docx'
import type { Head, HeadLine, SignaturePlace, SignaturesBlock } from '../document.js'
import { cleanText, setString } from '../set-text.js'
import { WORDS } from '../words.js'
import { centred, ruleOf, type WordPage } from './page.js'
import { columnsDocx } from './tables.js'
import { plainRuns, runsOf } from './texts.js'

/** What stands around the text: the head, and the places for signatures. */

export function headDocx(page: WordPage, head: Head): (Paragraph | Table)[] {
  const right = Math.round(page.width * 0.57)
  const left = page.width - right
  const lines = (list: readonly HeadLine[], width: number) => list.flatMap((line) => lineDocx(page, line, width))
  const note = (text: string | undefined, italics: boolean) =>
    text === undefined ? [] : [centred(plainRuns(setString(text), { italics }), 80)]
  return [
    columnsDocx([
      { width: left, children: [...lines(head.left, left), ...note(head.number, false)] },
      { width: right, children: [...lines(head.right, right), ...note(head.placeAndDate, true)] },
    ]),
  ]
}

function lineDocx({ typeface }: WordPage, { text, isBold = false, rule }: HeadLine, width: number): Paragraph[] {
  const clean = cleanText(text)
  // The country's name at 12 points, the motto at 13: both on one line (annex I allows 12 to 13 and 13 to 14).
  const line = centred(plainRuns(clean, { bold: isBold, size: rule === 'full' ? 26 : 24 }))
  if (!rule) return [line]
  const own =
    Math.max(...clean.split('\n').map((part) => typeface.measure(part, isBold ? 'bold' : 'regular', 11.4))) * 20
  return [line, ruleOf(width, rule === 'third' ? width / 3 : Math.min(own, width * 0.95), 40)]
}

/** For the signature and the seal, in twips. */
const SIGNING_ROOM = 1300

export function signaturesDocx(page: WordPage, { places, recipients = [] }: SignaturesBlock): (Paragraph | Table)[] {
  const isBeside = places.length < 3 && recipients.length > 0
  const count = Math.max(places.length === 1 ? 2 : places.length, places.length + (isBeside ? 1 : 0))
  const width = Math.floor(page.width / count)
  const goesTo = recipientsDocx(page, recipients)
  const before = Array.from({ length: count - places.length }, (_, index) => ({
    width,
    children: isBeside && index === 0 ? goesTo : [],
  }))
  // Names begin at one height where the roles take equally many lines.
  const most = Math.max(...places.map(lineCount))
  return [
    ...(isBeside ? [] : goesTo),
    new Paragraph({ children: [], spacing: { before: 0, after: 0, line: 240, lineRule: 'exact' }, keepNext: true }),
    columnsDocx(
      [...before, ...places.map((place) => ({ width, children: placeDocx(place, most - lineCount(place)) }))],
      true,
    ),
  ]
}

const lineCount = ({ role, note }: SignaturePlace) => cleanText(role).split('\n').length + (note === undefined ? 0 : 1)

function placeDocx({ role, note, name }: SignaturePlace, missing: number): Paragraph[] {
  return [
    centred(plainRuns(cleanText(role), { bold: true })),
    ...(note === undefined ? [] : [centred(runsOf(note, { italics: true, size: 24 }))]),
    centred(plainRuns(cleanText(name ?? ''), { bold: true }), SIGNING_ROOM + missing * 300),
  ]
}

function recipientsDocx({ locale }: WordPage, recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return []
  const line = (children: ReturnType<typeof runsOf>) =>
    new Paragraph({ children, spacing: { before: 0, after: 0 }, keepNext: true })
  return [
    line(runsOf(WORDS[locale].recipients, { bold: true, italics: true, size: 24 })),
    ...recipients.map((recipient) => line(runsOf(`-\u00a0${recipient}`, { size: 22 }))),
  ]
}
