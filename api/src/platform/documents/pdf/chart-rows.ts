import { barStrips } from '../charts/bars.js'
import { describeChart } from '../charts/describe.js'
import { lineStrips } from '../charts/lines.js'
import type { ChartSetting, Mark, Strip } from '../charts/marks.js'
import type { BarChartBlock, LinePlotBlock } from '../document.js'
import { formatNumber } from '../words.js'
import type { PdfDocument } from './pdf-document.js'
import type { PageRow, Sheet } from './sheet.js'
import { Tag } from './tags.js'
import type { Typeface } from './typeface.js'

/** A chart, drawn; the parts of its structure say its values. */
export function chartRows(sheet: Sheet, chart: BarChartBlock | LinePlotBlock): PageRow[] {
  const setting: ChartSetting = {
    width: sheet.width,
    size: sheet.size,
    measure: (text, face, size) => sheet.typeface.measure(text, face, size),
    format: (value, decimals) => formatNumber(value, sheet.locale, decimals),
  }
  const strips: Strip[] = chart.kind === 'bar-chart' ? barStrips(setting, chart) : lineStrips(setting, chart)
  const tag = new Tag('Figure', null, describeChart(chart, sheet.locale))
  const hasTitle = chart.title !== undefined
  const rows = strips.map(
    ({ height, marks }, index): PageRow => ({
      height,
      gap: index === 0 ? sheet.size * 0.8 : 0,
      staysWithNext: hasTitle && index === 0,
      tag,
      draw: (x, y) => drawMarks(sheet.document, sheet.typeface, marks, x, y),
    }),
  )
  return [...rows, { height: 0, gap: sheet.size * 0.6, staysWithNext: false, draw: () => undefined }]
}

function drawMarks(document: PdfDocument, typeface: Typeface, marks: readonly Mark[], dx: number, dy: number): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'rect':
        document.rect(dx + mark.x, dy + mark.y, mark.width, mark.height).fill(mark.colour)
        break
      case 'line': {
        document.lineWidth(mark.width).strokeColor(mark.colour).lineJoin('round')
        if (mark.dash) document.dash(mark.dash, { space: mark.dash * 0.7 })
        mark.points.forEach(({ x, y }, index) => {
          if (index === 0) document.moveTo(dx + x, dy + y)
          else document.lineTo(dx + x, dy + y)
        })
        document.stroke()
        if (mark.dash) document.undash()
        break
      }
      case 'dot':
        document.path(dotPath(mark, dx, dy)).fill(mark.colour)
        break
      case 'text': {
        const width = typeface.measure(mark.text, mark.face, mark.size)
        const from = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2
        document.fillColor(mark.colour)
        typeface.draw(mark.text, mark.face, mark.size, dx + from, dy + mark.y)
      }
    }
  }
  document.fillColor('black').strokeColor('black')
}

/** The outline of a mark on a line, as an SVG path. */
export function dotPath({ shape, x, y, radius: r }: Extract<Mark, { kind: 'dot' }>, dx = 0, dy = 0): string {
  const [cx, cy] = [dx + x, dy + y]
  switch (shape) {
    case 'circle':
      return `M${cx - r},${cy}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`
    case 'square':
      return `M${cx - r * 0.9},${cy - r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`
    case 'diamond':
      return `M${cx},${cy - r * 1.25}l${r * 1.25},${r * 1.25}l${-r * 1.25},${r * 1.25}l${-r * 1.25},${-r * 1.25}Z`
    case 'triangle':
      return `M${cx},${cy - r * 1.2}l${r * 1.15},${r * 2}h${-r * 2.3}Z`
  }
}
