import type { PdfDocument } from './pdf-document.js'

export const COLOURS = { ink: '#14212f', quiet: '#4a5b6c', blue: '#0b5cad', sun: '#ffc83d', line: '#d5dee7' } as const

interface Area {
  x: number
  y: number
  width: number
  height: number
}

const RADIUS = 14
/** How much of half a side is a line, from the corner on; the rest dissolves into dots. */
const SOLID = 0.46
const WEIGHT = 2.2

/**
 * The frame of a certificate: from the middle of each side dots grow and come closer until they are a line around the corner. A fine line
 * inside holds the page together.
 */
export function drawFrame(document: PdfDocument, area: Area): void {
  const inset = 7
  document
    .lineWidth(0.6)
    .strokeColor(COLOURS.blue)
    .strokeOpacity(0.55)
    .roundedRect(area.x + inset, area.y + inset, area.width - 2 * inset, area.height - 2 * inset, RADIUS - inset / 2)
    .stroke()
    .strokeOpacity(1)
  const [cx, cy] = [area.x + area.width / 2, area.y + area.height / 2]
  for (const [sx, sy] of [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const)
    drawCorner(document, area, cx, cy, sx, sy)
  for (const y of [area.y, area.y + area.height]) document.circle(cx, y, 3.1).fill(COLOURS.sun)
  document.fillColor('black').strokeColor('black')
}

/** The corner at a side of the middle. @param sx, sy 1 or -1 */
function drawCorner(
  document: PdfDocument,
  { width, height }: Area,
  cx: number,
  cy: number,
  sx: 1 | -1,
  sy: 1 | -1,
): void {
  const [w, h] = [width / 2, height / 2]
  const [lineX, lineY] = [w * (1 - SOLID), h * (1 - SOLID)]
  const at = (x: number, y: number) => [cx + sx * x, cy + sy * y] as const
  document
    .lineWidth(WEIGHT)
    .lineCap('round')
    .strokeColor(COLOURS.blue)
    .moveTo(...at(lineX, h))
    .lineTo(...at(w - RADIUS, h))
    .quadraticCurveTo(...at(w, h), ...at(w, h - RADIUS))
    .lineTo(...at(w, lineY))
    .stroke()
    .lineCap('butt')
  for (const { distance, radius } of dotsOf(lineX, 10)) document.circle(...at(lineX - distance, h), radius)
  for (const { distance, radius } of dotsOf(lineY, 2)) document.circle(...at(w, lineY - distance), radius)
  document.fill(COLOURS.blue)
}

/** Dots from the end of a line on, smaller and further apart. @param free room that is left at the end */
function dotsOf(length: number, free: number): { distance: number; radius: number }[] {
  const dots: { distance: number; radius: number }[] = []
  let distance = 4.6
  while (distance < length - free) {
    const done = distance / length
    dots.push({ distance, radius: WEIGHT * 0.62 * (1 - done * 0.55) })
    distance += 5 + done * 9
  }
  return dots
}

/** A short line in the middle that dissolves into dots at both ends, a spark in its middle. */
export function drawOrnament(document: PdfDocument, x: number, y: number, width: number): void {
  const solid = width * 0.2
  document.lineWidth(1.5).lineCap('round').strokeColor(COLOURS.blue)
  for (const side of [-1, 1]) {
    document
      .moveTo(x + side * 7, y)
      .lineTo(x + side * solid, y)
      .stroke()
    for (const { distance, radius } of dotsOf(width / 2 - solid, 0))
      document.circle(x + side * (solid + distance), y, radius * 0.7)
    document.fill(COLOURS.blue)
  }
  document.lineCap('butt').circle(x, y, 2.6).fill(COLOURS.sun).fillColor('black').strokeColor('black')
}
