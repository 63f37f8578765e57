import qrcode from 'qrcode'
import type { PdfDocument } from './pdf-document.js'

/** A QR code (ISO/IEC 18004, level M) drawn as its modules, without the quiet zone of four modules around it. */
export interface QrCode {
  /** Modules on a side. */
  size: number
  draw(x: number, y: number, width: number, colour: string): void
}

export function qrCode(document: PdfDocument, text: string): QrCode {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  return {
    size,
    draw(x, y, width, colour) {
      const side = width / size
      // A hair wider and higher than the module, so that no printer leaves white lines between them.
      for (const { row, from, count } of runsOf(data, size))
        document.rect(x + from * side, y + row * side, count * side + 0.02, side + 0.02)
      document.fill(colour).fillColor('black')
    },
  }
}

/** Dark modules beside each other as one. */
function* runsOf(data: Uint8Array, size: number): Generator<{ row: number; from: number; count: number }> {
  for (let row = 0; row < size; row++) {
    let from = 0
    while (from < size) {
      let count = 0
      while (from + count < size && data[row * size + from + count]) count++
      if (count > 0) yield { row, from, count }
      from += count + 1
    }
  }
}
