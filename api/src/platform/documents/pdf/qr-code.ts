import { qrModules } from '../qr-modules.js'
import type { PdfDocument } from './pdf-document.js'

/** A QR code (ISO/IEC 18004, level M) drawn as its modules, without the quiet zone of four modules around it. */
export interface QrCode {
  /** Modules on a side. */
  size: number
  draw(x: number, y: number, width: number, colour: string): void
}

export function qrCode(document: PdfDocument, text: string): QrCode {
  const { size, runs } = qrModules(text)
  return {
    size,
    draw(x, y, width, colour) {
      const side = width / size
      // A hair wider and higher than the module, so that no printer leaves white lines between them.
      for (const { row, from, count } of runs)
        document.rect(x + from * side, y + row * side, count * side + 0.02, side + 0.02)
      document.fill(colour).fillColor('black')
    },
  }
}
