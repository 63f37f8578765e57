import type { Locator, Page } from 'playwright-core'
// The core alone, as the server has it.
import qrcode from 'qrcode/lib/core/qrcode.js'

/** Light modules around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/**
 * Where the code on a screen leads a camera. The address is what the drawing says it is, after the drawing has been looked at module by
 * module: it has to be the code of that address and of no other.
 */
export async function doorDrawn(place: Page | Locator): Promise<URL> {
  const drawing = place.locator('svg.ts-qr').first()
  await drawing.waitFor({ state: 'visible' })
  const said = (await drawing.getAttribute('aria-label')) ?? ''
  const [url = ''] = /https?:\S+/.exec(said) ?? []
  const { size, data } = qrcode.create(url, { errorCorrectionLevel: 'M' }).modules
  const side = size + 2 * QUIET_ZONE
  expect(await drawing.getAttribute('viewBox')).toBe(`0 0 ${side} ${side}`)
  const dark = await drawing.evaluate((svg, modules) => {
    const path = svg.querySelector('path') as SVGGeometryElement
    const point = (svg as SVGSVGElement).createSVGPoint()
    const rows: string[] = []
    for (let row = 0; row < modules; row++) {
      let line = ''
      for (let column = 0; column < modules; column++) {
        point.x = column + 0.5
        point.y = row + 0.5
        line += path.isPointInFill(point) ? '#' : '.'
      }
      rows.push(line)
    }
    return rows
  }, side)
  const isDark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < size && column < size && data[row * size + column]
  const wanted = dark.map((line, row) =>
    [...line].map((_, column) => (isDark(row - QUIET_ZONE, column - QUIET_ZONE) ? '#' : '.')).join(''),
  )
  expect(dark).toEqual(wanted)
  return new URL(url)
}
