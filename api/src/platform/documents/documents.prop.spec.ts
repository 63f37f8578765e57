import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import type { Block, Document, Text } from './document.js'
import { documentDocx } from './docx/document-docx.js'
import { documentPdf } from './pdf/document-pdf.js'
import { pdfLines } from './pdf/pdf-text.comparison.js'
import { cleanText, setString } from './set-text.js'

const syllable = fc.constantFrom(
  'Quảng',
  'Nam',
  'đợt',
  'thưởng',
  '20',
  '15 phút',
  '"số"',
  "'a'",
  '-',
  'Điều 3',
  '45 %',
  'Ủy',
  'ặẫểộựỹ',
  'https://a.vn/b?c=d&e=f',
  '<b>',
  '&amp;',
  '50 km',
  'x'.repeat(90),
)
const words = fc.array(syllable, { minLength: 1, maxLength: 25 }).map((list) => list.join(' '))
const text: fc.Arbitrary<Text> = fc.oneof(
  words,
  words.map((own) => own.normalize('NFD')),
  fc.array(
    fc.oneof(
      words,
      fc.record({ text: words, bold: fc.constant(true as const) }),
      fc.record({ text: words, italic: fc.constant(true as const), href: fc.constant('https://a.vn') }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
)
const entries = fc.array(text, { minLength: 1, maxLength: 5 })
/** A block with the texts that it must show. */
const block: fc.Arbitrary<{ block: Block; shown: Text[] }> = fc.oneof(
  text.map((own) => ({ block: { kind: 'paragraph' as const, text: own }, shown: [own] })),
  words.map((own) => ({ block: { kind: 'title' as const, text: own, subtitle: own }, shown: [own, own] })),
  fc
    .tuple(fc.constantFrom('chapter' as const, 'section' as const, 'article' as const, 'subsection' as const), words)
    .map(([level, own]) => ({ block: { kind: 'heading' as const, level, text: own }, shown: [own] })),
  fc
    .tuple(fc.constantFrom('number' as const, 'letter' as const, 'dash' as const, 'bullet' as const), entries)
    .map(([marks, list]) => ({ block: { kind: 'list' as const, marks, entries: list }, shown: list })),
  fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }).map((rows) => ({
    block: {
      kind: 'table' as const,
      columns: [
        { header: 'Một', share: 2 },
        { header: 'Hai', share: 3, align: 'center' as const },
      ],
      rows,
    },
    shown: rows.flat(),
  })),
  fc.array(fc.record({ name: words, value: text }), { minLength: 1, maxLength: 4 }).map((list) => ({
    block: { kind: 'facts' as const, entries: list },
    shown: list.flatMap(({ name, value }) => [name, value]),
  })),
)
const documentOf = (blocks: readonly Block[]): Document => ({
  title: 'T',
  author: 'A',
  locale: 'vi',
  page: 'portrait',
  at: new Date(0),
  blocks,
})

/** Letters without white space: how often each stands there, whatever stands beside what. */
function countsOf(own: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of own.replace(/\s/g, '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}
const missing = (wanted: Map<string, number>, found: Map<string, number>) =>
  [...wanted].filter(([letter, count]) => (found.get(letter) ?? 0) < count)
const squeezed = (own: string) => own.replace(/\s/g, '')

describe('DC-1: any text that is given appears in full', () => {
  it('in the PDF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (list) => {
        const pages = pdfLines(await documentPdf(documentOf(list.map((own) => own.block)), false))
        // Cells beside each other are read line by line: their letters are counted.
        const wanted = countsOf(list.flatMap(({ shown }) => shown.map(setString)).join(''))
        expect(missing(wanted, countsOf(pages.flat().join('')))).toEqual([])
        const text = squeezed(pages.flat().join('')).replace(/Trang\d+\/\d+/g, '')
        for (const { block: own, shown } of list)
          if (own.kind === 'paragraph' && pages.length === 1)
            expect(text).toContain(squeezed(setString(shown[0] as Text)))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('in the Word file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (list) => {
        const file = unzipSync(await documentDocx(documentOf(list.map((own) => own.block))))
        const text = strFromU8(file['word/document.xml'] as Uint8Array)
          .replace(/<[^>]+>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&apos;/g, "'")
          .replace(/&amp;/g, '&')
        for (const { shown } of list)
          for (const own of shown) expect(squeezed(text)).toContain(squeezed(setString(own)))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('whatever signs a text holds, cleaned text is NFC, valid in XML and cleaned once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (own) => {
        const clean = cleanText(own)
        expect(clean).toBe(clean.normalize('NFC'))
        expect(cleanText(clean)).toBe(clean)
        expect(
          [...clean].filter((sign) => sign !== '\n' && /[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/u.test(sign)),
        ).toEqual([])
      }),
    )
  })
})
