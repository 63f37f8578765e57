import { child, childrenOf, type XmlElement } from '../safe-xml.js'
import { type RunFormat, withProperties } from './styles.js'

interface Level {
  start: number
  format: string
  /** "Câu %1.", "%2)" */
  text: string
  /** The level from which on a new number begins this one anew; 0: never. */
  restart: number | null
  run: XmlElement | undefined
  /** The paragraph style that goes with the level. */
  style: string
}

interface List {
  abstractId: string
  levels: Map<number, Level>
  /** Starts that this list sets anew for itself. */
  starts: Map<number, number>
}

export interface NumberLabel {
  /** What Word draws before the paragraph; '' for a bullet. */
  text: string
  isBullet: boolean
  level: number
  format: (paragraphMark: RunFormat) => RunFormat
}

/** Automatic numbers, counted along the document as Word counts them. */
export class Numbering {
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: XmlElement | undefined) {
    const abstracts = new Map(childrenOf(root, 'abstractNum').map((one) => [one.attributes.abstractNumId ?? '', one]))
    const byStyle = new Map(
      [...abstracts].flatMap(([id, one]) => {
        const style = child(one, 'styleLink')?.attributes.val
        return style ? [[style, id] as const] : []
      }),
    )
    for (const num of childrenOf(root, 'num')) {
      let abstractId = child(num, 'abstractNumId')?.attributes.val ?? ''
      const link = child(abstracts.get(abstractId), 'numStyleLink')?.attributes.val
      if (link) abstractId = byStyle.get(link) ?? abstractId
      const levels = levelsOf(abstracts.get(abstractId))
      const starts = new Map<number, number>()
      for (const override of childrenOf(num, 'lvlOverride')) {
        const at = Number(override.attributes.ilvl ?? 0)
        const start = child(override, 'startOverride')?.attributes.val
        if (start !== undefined) starts.set(at, Number(start))
        const own = child(override, 'lvl')
        if (own) levels.set(at, levelOf(own))
      }
      this.lists.set(num.attributes.numId ?? '', { abstractId, levels, starts })
    }
  }

  /**
   * Counts one paragraph on.
   * @param own the paragraph's own `numPr`
   * @param styled that of its style; the level may be the one that names the style
   * @returns null when it has no number
   */
  next(own: XmlElement | undefined, styled: XmlElement | undefined, style: string): NumberLabel | null {
    const value = (name: string) => (child(own, name) ?? child(styled, name))?.attributes.val
    const numId = value('numId') ?? ''
    const list = this.lists.get(numId)
    if (numId === '0' || !list) return null
    const named = [...list.levels].find(([, level]) => level.style !== '' && level.style === style)?.[0]
    const at = Number(value('ilvl') ?? named ?? 0)
    const level = list.levels.get(at)
    if (!level) return null
    const counts = this.countsOf(list, numId, at)
    const isBullet = level.format === 'bullet' || level.format === 'none' || !/%\d/.test(level.text)
    return {
      text: isBullet && level.format === 'bullet' ? '' : labelOf(level, list.levels, counts),
      isBullet: level.format === 'bullet',
      level: at,
      format: (mark) => withProperties(mark, level.run),
    }
  }

  private countsOf(list: List, numId: string, at: number): (number | undefined)[] {
    const counts = this.counts.get(list.abstractId) ?? []
    this.counts.set(list.abstractId, counts)
    const startOf = (level: number) => list.levels.get(level)?.start ?? 1
    const key = `${numId}:${at}`
    const override = list.starts.get(at)
    // A list that sets its own start begins there the first time it appears, though it shares the counts of others.
    if (override !== undefined && !this.begun.has(key)) counts[at] = override
    else counts[at] = counts[at] === undefined ? startOf(at) : counts[at] + 1
    this.begun.add(key)
    for (let above = 0; above < at; above++) counts[above] ??= startOf(above)
    for (let below = at + 1; below < 9; below++) {
      const restart = list.levels.get(below)?.restart
      if (restart !== 0 && (restart == null || at < restart)) counts[below] = undefined
    }
    return counts
  }
}

function levelsOf(abstract: XmlElement | undefined): Map<number, Level> {
  return new Map(childrenOf(abstract, 'lvl').map((level) => [Number(level.attributes.ilvl ?? 0), levelOf(level)]))
}

function levelOf(element: XmlElement): Level {
  const restart = child(element, 'lvlRestart')?.attributes.val
  return {
    start: Number(child(element, 'start')?.attributes.val ?? 1),
    format:
      child(element, 'numFmt')?.attributes.val ??
      child(child(element, 'AlternateContent'), 'numFmt')?.attributes.val ??
      'decimal',
    text: child(element, 'lvlText')?.attributes.val ?? '',
    restart: restart === undefined ? null : Number(restart),
    run: child(element, 'rPr'),
    style: child(element, 'pStyle')?.attributes.val ?? '',
  }
}

function labelOf(level: Level, levels: Map<number, Level>, counts: (number | undefined)[]): string {
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return numeral(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
  })
}

/** A number in one of the formats that lists use; those of other scripts as digits. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** A … Z, then AA, BB: Word doubles the letter. */
function letters(value: number): string {
  if (value < 1) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 50))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const places: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  return places
    .map(([size, sign]) => {
      const times = Math.floor(rest / size)
      rest -= times * size
      return sign.repeat(times)
    })
    .join('')
}
