import type { Face } from '../pdf/typeface.js'

/** What charts are drawn from, in a PDF and in a picture alike. Lengths in points, y grows downwards. */
export type Mark =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; colour: string }
  | { kind: 'line'; points: readonly Point[]; colour: string; width: number; dash?: number }
  | { kind: 'dot'; shape: DotShape; x: number; y: number; radius: number; colour: string }
  | {
      kind: 'text'
      text: string
      x: number
      y: number
      size: number
      face: Face
      colour: string
      anchor: 'start' | 'middle' | 'end'
    }

export interface Point {
  x: number
  y: number
}

export type DotShape = 'triangle' | 'circle' | 'square' | 'diamond'

/** A part of a chart that is not parted over pages. */
export interface Strip {
  height: number
  marks: readonly Mark[]
}

/** What charts are set with. */
export interface ChartSetting {
  width: number
  size: number
  measure(text: string, face: Face, size: number): number
  format(value: number, decimals?: number): string
}

export const INK = '#14212f'
export const QUIET = '#4a5b6c'
export const GRID = '#d5dee7'
export const BLUE = '#0b5cad'

/** A text in lines no wider than a width; a single word may be wider. */
export function wrapped(
  setting: ChartSetting,
  text: string,
  width: number,
  size: number,
  face: Face = 'regular',
): string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && setting.measure(`${last} ${word}`, face, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...cut(setting, word, width, size, face))
  }
  return lines.length > 0 ? lines : ['']
}

function cut(setting: ChartSetting, word: string, width: number, size: number, face: Face): string[] {
  const parts: string[] = []
  let letters = [...word]
  while (letters.length > 0) {
    let count = letters.length
    while (count > 1 && setting.measure(letters.slice(0, count).join(''), face, size) > width) count--
    parts.push(letters.slice(0, count).join(''))
    letters = letters.slice(count)
  }
  return parts
}

/** A title above a chart. */
export function titleStrip(setting: ChartSetting, title: string | undefined): Strip[] {
  if (title === undefined) return []
  const size = setting.size
  const lines = wrapped(setting, title, setting.width * 0.94, size, 'bold')
  return [
    {
      height: size * (1.4 * lines.length + 0.5),
      marks: lines.map((text, index) => ({
        kind: 'text',
        text,
        x: setting.width / 2,
        y: size * (1.05 + 1.4 * index),
        size,
        face: 'bold',
        colour: INK,
        anchor: 'middle',
      })),
    },
  ]
}

/** Round steps (1, 2, 5 and tens of them) that make at most so many parts of a stretch. */
export function niceStep(stretch: number, parts: number): number {
  const rough = stretch / parts
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10
  return step * power
}

/** Round values from the first at or above `min` to `max`. */
export function ticksOf(min: number, max: number, parts: number): number[] {
  const step = niceStep(max - min, parts)
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** Decimals that tell values of such a step apart. */
export function decimalsOf(step: number): number {
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)))
}
