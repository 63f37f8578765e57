import { inflateSync } from 'node:zlib'

/** Reads what a PDF that came from the server shows, as its reader sees it; signs of the standard font Symbol are left out. */

interface Piece {
  x: number
  y: number
  width: number
  size: number
  text: string
}

interface Font {
  /** Text and width (thousandths of the size) by glyph. */
  glyphs: Map<number, { text: string; width: number }>
}

/** The lines of each page, from the top; words of a line parted by one space, distant ones by a tab. */
export function pdfLines(file: Buffer): string[][] {
  const text = inflated(file).toString('latin1')
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [
      Number(match[1]),
      match[2] as string,
    ]),
  )
  const kids = /\/Type \/Pages\b[\s\S]*?\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return references(kids).map((id) => linesOf(piecesOf(objects, objects.get(id) ?? '')))
}

function references(text: string): number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))
}

function piecesOf(objects: ReadonlyMap<number, string>, page: string): Piece[] {
  const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])) ?? ''
  const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(page)?.[1])) ?? ''
  const list = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? ''
  const fonts = new Map(
    [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map((match) => [match[1] as string, fontOf(objects, Number(match[2]))]),
  )
  return [
    ...content.matchAll(/BT\s+1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\s+\/(\w+) ([\d.]+) Tf\s+(\[.*?\] TJ|<[0-9a-f]*> Tj)/g),
  ].map((match) => {
    const [, x, y, name, size, shown] = match as unknown as [string, string, string, string, string, string]
    const font = fonts.get(name)
    let [string, width] = ['', 0]
    for (const [, hex, kern] of shown.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
      if (kern !== undefined) width -= Number(kern)
      for (const glyph of glyphsOf(hex ?? '', font ? 4 : 2)) {
        const known = font?.glyphs.get(glyph)
        string += font ? (known?.text ?? '\ufffd') : ''
        width += known?.width ?? (font ? 0 : 900)
      }
    }
    return { x: Number(x), y: Number(y), width: (width * Number(size)) / 1000, size: Number(size), text: string }
  })
}

function glyphsOf(hex: string, digits: number): number[] {
  return Array.from({ length: hex.length / digits }, (_, index) =>
    Number.parseInt(hex.slice(index * digits, (index + 1) * digits), 16),
  )
}

/** null: the standard font Symbol, whose codes are known. */
function fontOf(objects: ReadonlyMap<number, string>, id: number): Font | null {
  const font = objects.get(id) ?? ''
  if (font.includes('/BaseFont /Symbol')) return null
  const unicode = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1])) ?? ''
  const descendant = objects.get(references(/\/DescendantFonts \[([^\]]*)\]/.exec(font)?.[1] ?? '')[0] ?? -1) ?? ''
  const widths = (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number)
  const glyphs: Font['glyphs'] = new Map()
  for (const [, first = '', list = ''] of unicode.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const entries = [...list.matchAll(/<([0-9a-f ]*)>/g)]
    for (const [index, [, entry = '']] of entries.entries()) {
      const glyph = Number.parseInt(first, 16) + index
      const units = entry.replace(/\s/g, '').match(/.{4}/g) ?? []
      const text = units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
      glyphs.set(glyph, { text, width: widths[glyph] ?? 0 })
    }
  }
  return { glyphs }
}

function linesOf(pieces: readonly Piece[]): string[] {
  const byLine = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const y = [...byLine.keys()].find((other) => Math.abs(other - piece.y) < 1.5) ?? piece.y
    byLine.set(y, [...(byLine.get(y) ?? []), piece])
  }
  return [...byLine]
    .sort(([a], [b]) => b - a)
    .map(([, line]) => {
      let text = ''
      let end = Number.NaN
      for (const piece of [...line].sort((a, b) => a.x - b.x)) {
        const gap = piece.x - end
        if (gap > piece.size) text += '\t'
        else if (gap > piece.size * 0.12) text += ' '
        text += piece.text
        end = piece.x + piece.width
      }
      // Spaces may stand there as signs and as white space at once.
      return text
        .replace(/\u00a0/g, ' ')
        .replace(/ {2,}/g, ' ')
        .replace(/ *\t */g, '\t')
        .replace(/ +$/, '')
    })
}

/** The same PDF with its streams laid open. */
function inflated(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const streams = /<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n/g
  let open = ''
  let from = 0
  for (const match of text.matchAll(streams)) {
    const begin = match.index + match[0].length
    const length = Number(/\/Length (\d+)/.exec(match[1] ?? '')?.[1])
    if (!match[0].includes('/FlateDecode') || match.index < from) continue
    open += text.slice(from, begin).replace('/Filter /FlateDecode', '')
    open += inflateSync(pdf.subarray(begin, begin + length)).toString('latin1')
    from = begin + length
  }
  return Buffer.from(open + text.slice(from), 'latin1')
}
