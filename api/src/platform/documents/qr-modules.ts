// The core alone: the package's own entry brings writers of PNG, of terminals and of canvases, which nobody here uses.
import qrcode from 'qrcode/lib/core/qrcode.js'

/** Light modules that ISO/IEC 18004 wants around a code. */
const QUIET_ZONE = 4

export interface QrModules {
  /** Modules on a side, without the quiet zone. */
  size: number
  /** Dark modules beside each other as one, row by row. */
  runs: { row: number; from: number; count: number }[]
}

/** A QR code (ISO/IEC 18004, level M) of a text. */
export function qrModules(text: string): QrModules {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  return { size, runs: [...runsOf(data, size)] }
}

/** The code as an SVG path on a grid of `size` by `size` modules, quiet zone included. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, runs } = qrModules(text)
  const path = runs.map(({ row, from, count }) => `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${count}v1h-${count}z`)
  return { size: size + 2 * QUIET_ZONE, path: path.join('') }
}

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
