import { recodeVietnamese } from '../decode-text.js'
import { type Block, type Piece, tidied } from './line.js'
import { fromSymbolFont } from './symbols.js'

/** Neighbours in the same old font are read together: a letter's mark may stand in the next run. */
export function recoded(pieces: Piece[]): Piece[] {
  return tidied(pieces).map((piece) => {
    if (piece.html !== undefined) return piece
    const { font } = piece.format
    const text = /^\.vn|^vni/i.test(font) ? recodeVietnamese(piece.text, font) : fromSymbolFont(piece.text, font)
    return { ...piece, text, format: { ...piece.format, font: '' } }
  })
}

export function recodeAll(blocks: Block[], font: string): void {
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row) recodeAll(cell.blocks, font)
    else
      block.line.pieces = block.line.pieces.map((piece) =>
        piece.html === undefined ? { ...piece, text: recodeVietnamese(piece.text, font) } : piece,
      )
  }
}

/** Without what only helps to break lines; a space that must not break is a space, but within numbers. */
export function cleaned(piece: Piece): Piece {
  if (piece.html !== undefined) return piece
  const text = piece.text
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffc]/g, '')
    .replace(/[\u2000-\u200a\u202f]/g, ' ')
    .replace(/\u2011/g, '-')
    // Space that somebody has drawn with the keyboard; patterns that look for the end of a line would go through it again and again.
    .replace(/\s{41,}/g, (space) => space.slice(0, 40))
  return { ...piece, text: text.replace(/(?<!\d)\u00a0|\u00a0(?!\d)/g, ' ') }
}
