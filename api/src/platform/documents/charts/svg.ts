import { dotPath } from '../pdf/chart-rows.js'
import type { Typeface } from '../pdf/typeface.js'
import type { Mark, Strip } from './marks.js'

/** A chart as SVG on white. Letters are outlines, so that it looks the same wherever it is drawn. */
export function chartSvg(typeface: Typeface, strips: readonly Strip[], width: number): string {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0)
  let y = 0
  const groups = strips.map((strip) => {
    const group = `<g transform="translate(0 ${n(y)})">${strip.marks.map((mark) => svgOf(typeface, mark)).join('')}</g>`
    y += strip.height
    return group
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"><rect width="100%" height="100%" fill="#fff"/>${groups.join('')}</svg>`
}

function svgOf(typeface: Typeface, mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.colour}"/>`
    case 'line': {
      const dash = mark.dash ? ` stroke-dasharray="${n(mark.dash)} ${n(mark.dash * 0.7)}"` : ''
      const points = mark.points.map(({ x, y }) => `${n(x)},${n(y)}`).join(' ')
      return `<polyline points="${points}" fill="none" stroke="${mark.colour}" stroke-width="${n(mark.width)}" stroke-linejoin="round"${dash}/>`
    }
    case 'dot':
      return `<path d="${dotPath(mark)}" fill="${mark.colour}"/>`
    case 'text': {
      const width = typeface.measure(mark.text, mark.face, mark.size)
      const from = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2
      const scale = mark.size / 1000
      const outlines = typeface
        .outlines(mark.text, mark.face)
        .map(({ x, path }) => `<path transform="translate(${n(x)} 0) scale(1 -1)" d="${path}"/>`)
      return `<g transform="translate(${n(from)} ${n(mark.y)}) scale(${scale})" fill="${mark.colour}">${outlines.join('')}</g>`
    }
  }
}

const n = (value: number) => String(Math.round(value * 100) / 100)
