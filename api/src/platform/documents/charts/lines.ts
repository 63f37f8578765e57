import type { LinePlotBlock, PlotAxis } from '../document.js'
import { cleanText } from '../set-text.js'
import {
  type ChartSetting,
  decimalsOf,
  type DotShape,
  GRID,
  INK,
  type Mark,
  niceStep,
  QUIET,
  type Strip,
  ticksOf,
  titleStrip,
} from './marks.js'

/** Told apart without colour too: by mark and dash. */
const LOOKS: readonly { colour: string; shape: DotShape; dash?: number }[] = [
  { colour: '#1d5fd1', shape: 'circle' },
  { colour: '#b4470f', shape: 'triangle', dash: 5 },
  { colour: '#0b7466', shape: 'square', dash: 2 },
  { colour: '#8a2c86', shape: 'diamond', dash: 8 },
  { colour: '#14212f', shape: 'circle', dash: 3.5 },
  { colour: '#c0253b', shape: 'triangle' },
]
/** More points than these on a line are drawn without marks. */
const DOTS_MAX = 40

interface Axis {
  min: number
  max: number
  ticks: { at: number; label: string }[]
}

export function lineStrips(setting: ChartSetting, plot: LinePlotBlock): Strip[] {
  return [
    ...titleStrip(setting, plot.title === undefined ? undefined : cleanText(plot.title)),
    plotStrip(setting, plot),
  ]
}

function plotStrip(setting: ChartSetting, plot: LinePlotBlock): Strip {
  const size = setting.size * 0.82
  const xs = axisOf(
    setting,
    plot.x,
    plot.series.flatMap(({ points }) => points.map(({ x }) => x)),
    8,
  )
  const ys = axisOf(
    setting,
    plot.y,
    plot.series.flatMap(({ points }) => points.map(({ y }) => y)),
    5,
  )
  const left = Math.max(...ys.ticks.map(({ label }) => setting.measure(label, 'regular', size)), 0) + size * 0.7
  const lastLabel = xs.ticks.at(-1)?.label ?? ''
  const right = Math.max(size, setting.measure(lastLabel, 'regular', size) / 2)
  const top = size * 2.2
  const height = setting.width * (plot.size === 'small' ? 0.2 : 0.4)
  const bottom = top + height
  const x = (value: number) => left + ((value - xs.min) / (xs.max - xs.min)) * (setting.width - left - right)
  const y = (value: number) => bottom - ((value - ys.min) / (ys.max - ys.min)) * height
  const text = (
    own: string,
    at: { x: number; y: number },
    anchor: 'start' | 'middle' | 'end',
    isLabel = false,
  ): Mark => ({
    kind: 'text',
    text: own,
    ...at,
    size,
    face: isLabel ? 'italic' : 'regular',
    colour: isLabel ? QUIET : INK,
    anchor,
  })
  const line = (points: { x: number; y: number }[], colour: string, width: number): Mark => ({
    kind: 'line',
    points,
    colour,
    width,
  })
  const marks: Mark[] = [
    text(cleanText(plot.y.label), { x: 0, y: size }, 'start', true),
    text(cleanText(plot.x.label), { x: setting.width - right, y: bottom + size * 2.9 }, 'end', true),
  ]
  for (const tick of ys.ticks) {
    marks.push(
      line(
        [
          { x: left, y: y(tick.at) },
          { x: setting.width - right, y: y(tick.at) },
        ],
        GRID,
        0.5,
      ),
    )
    marks.push(text(tick.label, { x: left - size * 0.5, y: y(tick.at) + size * 0.35 }, 'end'))
  }
  for (const tick of apart(setting, xs.ticks, x, size)) {
    marks.push(
      line(
        [
          { x: x(tick.at), y: bottom },
          { x: x(tick.at), y: bottom + size * 0.35 },
        ],
        QUIET,
        0.6,
      ),
    )
    marks.push(text(tick.label, { x: x(tick.at), y: bottom + size * 1.55 }, 'middle'))
  }
  marks.push(
    line(
      [
        { x: left, y: top },
        { x: left, y: bottom },
        { x: setting.width - right, y: bottom },
      ],
      QUIET,
      0.8,
    ),
  )
  plot.series.forEach(({ points }, index) => {
    const look = LOOKS[index % LOOKS.length] as (typeof LOOKS)[number]
    const placed = points.map((point) => ({ x: x(point.x), y: y(point.y) }))
    if (placed.length > 1)
      marks.push({
        kind: 'line',
        points: placed,
        colour: look.colour,
        width: 1.5,
        ...(look.dash ? { dash: look.dash } : {}),
      })
    if (placed.length <= DOTS_MAX)
      for (const point of placed)
        marks.push({ kind: 'dot', shape: look.shape, ...point, radius: 2.6, colour: look.colour })
  })
  const legend = plot.series.length > 1 ? legendOf(setting, plot, size, bottom + size * 4.2) : { marks: [], height: 0 }
  return { height: bottom + size * 3.6 + legend.height, marks: [...marks, ...legend.marks] }
}

function axisOf(setting: ChartSetting, axis: PlotAxis, values: readonly number[], parts: number): Axis {
  const least = Math.min(...values, axis.min ?? Number.POSITIVE_INFINITY)
  const most = Math.max(...values, axis.max ?? Number.NEGATIVE_INFINITY)
  const [low, high] = Number.isFinite(least) && Number.isFinite(most) ? [least, most] : [0, 1]
  const [min, max] = low === high ? [low - 0.5, high + 0.5] : [low, high]
  if (axis.ticks)
    return { min, max, ticks: axis.ticks.filter(({ at }) => at >= min && at <= max).map((tick) => ({ ...tick })) }
  const step = niceStep(max - min, parts)
  // The axis ends at a round value unless its end was asked for.
  const from = axis.min !== undefined && axis.min <= low ? axis.min : Math.floor(min / step + 1e-9) * step
  const to = axis.max !== undefined && axis.max >= high ? axis.max : Math.ceil(max / step - 1e-9) * step
  const decimals = axis.decimals ?? decimalsOf(step)
  return {
    min: from,
    max: to,
    ticks: ticksOf(from, to, (to - from) / step).map((at) => ({ at, label: setting.format(at, decimals) })),
  }
}

/** Ticks whose labels do not touch. */
function apart(setting: ChartSetting, ticks: Axis['ticks'], x: (value: number) => number, size: number): Axis['ticks'] {
  let end = Number.NEGATIVE_INFINITY
  return ticks.filter(({ at, label }) => {
    const half = setting.measure(label, 'regular', size) / 2
    if (x(at) - half < end + size * 0.5) return false
    end = x(at) + half
    return true
  })
}

function legendOf(
  setting: ChartSetting,
  plot: LinePlotBlock,
  size: number,
  from: number,
): { marks: Mark[]; height: number } {
  const marks: Mark[] = []
  let [x, y] = [0, from]
  plot.series.forEach(({ name }, index) => {
    const look = LOOKS[index % LOOKS.length] as (typeof LOOKS)[number]
    const label = cleanText(name).replace(/\n/g, ' ')
    const width = size * 3 + setting.measure(label, 'regular', size)
    if (x > 0 && x + width > setting.width) [x, y] = [0, y + size * 1.5]
    marks.push({
      kind: 'line',
      points: [
        { x, y: y - size * 0.35 },
        { x: x + size * 2.2, y: y - size * 0.35 },
      ],
      colour: look.colour,
      width: 1.5,
      ...(look.dash ? { dash: look.dash } : {}),
    })
    marks.push({
      kind: 'dot',
      shape: look.shape,
      x: x + size * 1.1,
      y: y - size * 0.35,
      radius: 2.6,
      colour: look.colour,
    })
    marks.push({ kind: 'text', text: label, x: x + size * 2.7, y, size, face: 'regular', colour: INK, anchor: 'start' })
    x += width + size * 1.2
  })
  return { marks, height: y - from + size * 1.5 }
}
