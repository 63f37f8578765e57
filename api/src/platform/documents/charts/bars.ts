import type { BarChartBlock } from '../document.js'
import { cleanText } from '../set-text.js'
import {
  BLUE,
  type ChartSetting,
  decimalsOf,
  GRID,
  INK,
  type Mark,
  niceStep,
  QUIET,
  type Strip,
  titleStrip,
  ticksOf,
  wrapped,
} from './marks.js'

/** Bars as strips: each lying bar is one, so that a hundred of them go over pages. */
export function barStrips(setting: ChartSetting, chart: BarChartBlock): Strip[] {
  const title = titleStrip(setting, chart.title === undefined ? undefined : cleanText(chart.title))
  if (chart.bars.length === 0) return title
  return [...title, ...(chart.direction === 'rows' ? lyingBars(setting, chart) : [standingBars(setting, chart)])]
}

/** Where the axis of a chart ends. */
function axisEnd({ bars, max = 0 }: BarChartBlock): number {
  return Math.max(max, ...bars.map(({ value }) => value)) || 1
}

function valueText(
  setting: ChartSetting,
  { unit, decimals = 0 }: BarChartBlock,
  { value, note }: BarChartBlock['bars'][number],
): string {
  const number = setting.format(value, decimals)
  const own = unit === undefined ? number : unit === '%' ? `${number}%` : `${number} ${unit}`
  return note === undefined ? own : `${own} ${cleanText(note)}`
}

function lyingBars(setting: ChartSetting, chart: BarChartBlock): Strip[] {
  const size = setting.size * 0.9
  const line = size * 1.3
  const end = axisEnd(chart)
  const texts = chart.bars.map((bar) => valueText(setting, chart, bar))
  const widest = Math.max(...chart.bars.map(({ label }) => setting.measure(cleanText(label), 'regular', size)))
  const labelWidth = Math.min(widest + 1, setting.width * 0.4)
  const valueWidth = Math.max(...texts.map((text) => setting.measure(text, 'bold', size)))
  const from = labelWidth + size * 0.7
  const length = Math.max(setting.width - from - valueWidth - size * 0.6, size * 2)
  return chart.bars.map(({ label, value }, index) => {
    const lines = wrapped(setting, cleanText(label), labelWidth, size)
    const height = Math.max(lines.length * line, size * 1.5) + size * 0.35
    const middle = height / 2
    const bar = Math.max(0, (value / end) * length)
    const marks: Mark[] = [
      { kind: 'rect', x: from, y: middle - size * 0.55, width: length, height: size * 1.1, colour: '#eef2f6' },
      { kind: 'rect', x: from, y: middle - size * 0.55, width: bar, height: size * 1.1, colour: BLUE },
      ...lines.map(
        (text, at): Mark => ({
          kind: 'text',
          text,
          x: labelWidth,
          y: middle - (lines.length * line) / 2 + line * (at + 0.5) + size * 0.33,
          size,
          face: 'regular',
          colour: INK,
          anchor: 'end',
        }),
      ),
      {
        kind: 'text',
        text: texts[index] as string,
        x: from + length + size * 0.45,
        y: middle + size * 0.33,
        size,
        face: 'bold',
        colour: INK,
        anchor: 'start',
      },
      {
        kind: 'line',
        points: [
          { x: from, y: 0 },
          { x: from, y: height },
        ],
        colour: QUIET,
        width: 0.8,
      },
    ]
    return { height, marks }
  })
}

function standingBars(setting: ChartSetting, chart: BarChartBlock): Strip {
  const size = setting.size * 0.82
  const end = axisEnd(chart)
  const step = Math.max(niceStep(end, 5), (chart.decimals ?? 0) === 0 ? 1 : 0)
  const top = Math.ceil(end / step - 1e-9) * step
  const ticks = ticksOf(0, top, top / step)
  const tickTexts = ticks.map((tick) => setting.format(tick, decimalsOf(step)))
  const left = Math.max(...tickTexts.map((text) => setting.measure(text, 'regular', size))) + size * 0.6
  const width = setting.width - left
  const slot = width / chart.bars.length
  const [plotTop, plot] = [size * 2.4, setting.width * 0.34]
  const bottom = plotTop + plot
  const y = (value: number) => bottom - (value / top) * plot
  const texts = chart.bars.map((bar) =>
    valueText(setting, { ...chart, unit: chart.unit === '%' ? '%' : undefined } as BarChartBlock, bar),
  )
  const fits = (list: readonly string[]) => list.every((text) => setting.measure(text, 'regular', size) <= slot * 0.98)
  const showsValues = fits(texts)
  // Of many labels every second, fifth … is shown.
  const labels = chart.bars.map(({ label }) => cleanText(label).replace(/\n/g, ' '))
  const every =
    [1, 2, 5, 10, 20, 50, 100].find((count) =>
      labels.every((text) => setting.measure(text, 'regular', size) <= slot * count - size * 0.5),
    ) ?? 100
  const marks: Mark[] = []
  if (chart.unit !== undefined)
    marks.push({
      kind: 'text',
      text: chart.unit,
      x: left,
      y: size,
      size,
      face: 'italic',
      colour: QUIET,
      anchor: 'start',
    })
  ticks.forEach((tick, index) => {
    marks.push({
      kind: 'line',
      points: [
        { x: left, y: y(tick) },
        { x: setting.width, y: y(tick) },
      ],
      colour: tick === 0 ? QUIET : GRID,
      width: tick === 0 ? 0.8 : 0.5,
    })
    marks.push({
      kind: 'text',
      text: tickTexts[index] as string,
      x: left - size * 0.5,
      y: y(tick) + size * 0.35,
      size,
      face: 'regular',
      colour: QUIET,
      anchor: 'end',
    })
  })
  chart.bars.forEach(({ value }, index) => {
    const middle = left + slot * (index + 0.5)
    const bar = Math.min(slot * 0.72, size * 4)
    marks.push({ kind: 'rect', x: middle - bar / 2, y: y(value), width: bar, height: bottom - y(value), colour: BLUE })
    if (showsValues)
      marks.push({
        kind: 'text',
        text: texts[index] as string,
        x: middle,
        y: y(value) - size * 0.35,
        size,
        face: 'regular',
        colour: INK,
        anchor: 'middle',
      })
    if (index % every === 0)
      marks.push({
        kind: 'text',
        text: labels[index] as string,
        x: middle,
        y: bottom + size * 1.35,
        size,
        face: 'regular',
        colour: INK,
        anchor: 'middle',
      })
  })
  return { height: bottom + size * 2, marks }
}
