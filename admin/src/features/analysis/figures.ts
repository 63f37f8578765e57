import type { ApiOutput } from '@thiso/contracts'
import type { Sort } from '@thiso/kit'
import { formatNumber } from '@thiso/kit/text/format'

export type Analysis = ApiOutput<'itemAnalysis'>
export type AnalysedItem = Analysis['items'][number]
export type AnswerRow = AnalysedItem['answers'][number]
export type GroupCount = 3 | 5

/** Struck out by a ruling: looked at by its key, and in no figure of the whole. */
export const isStruck = (item: Pick<AnalysedItem, 'ruling'>) => item.ruling === 'strike'

/** How bad it looks: 2 the answers clearly speak against the key, 1 something to look at, 0 fine. */
export function weightOf(item: Pick<AnalysedItem, 'keyDoubt' | 'warnings'>): 0 | 1 | 2 {
  return item.keyDoubt === 'clear' ? 2 : item.warnings.length > 0 ? 1 : 0
}

/** A percentage that the API gives as 0 to 100; a dash where it is not defined. */
export function percent(value: number | null, digits = 0): string {
  if (value === null) return '–'
  return formatNumber(rounded(value, digits) / 100, { style: 'percent', maximumFractionDigits: digits })
}

/** A coefficient, −1 to 1. */
export function coefficient(value: number | null): string {
  return value === null ? '–' : formatNumber(rounded(value, 2), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Without the sign of a zero that was rounded from below: "-0%" means nothing. */
function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits || 0
}

/** A, B, C … of an option in the author's order. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}

const DOUBTS = { none: 0, slight: 1, clear: 2 }

export const SORTS = {
  warnings: (item: AnalysedItem) => DOUBTS[item.keyDoubt] * 100 + item.warnings.length,
  item: (item: AnalysedItem) => item.code,
  served: (item: AnalysedItem) => item.servedCount,
  facility: (item: AnalysedItem) => item.facility,
  index: (item: AnalysedItem) => item.discriminationIndex,
  efficiency: (item: AnalysedItem) => item.discriminativeEfficiency,
  weight: (item: AnalysedItem) => item.effectiveWeight,
} satisfies Record<string, (item: AnalysedItem) => number | string | null>

/** In the order wished for; what is not defined comes last, equals stand by their code. */
export function sorted(items: readonly AnalysedItem[], { id, direction }: Sort): AnalysedItem[] {
  const figureOf = SORTS[id as keyof typeof SORTS] ?? SORTS.warnings
  const sign = direction === 'asc' ? 1 : -1
  return [...items].sort((a, b) => {
    const [x, y] = [figureOf(a), figureOf(b)]
    if (x === y) return a.code < b.code ? -1 : 1
    if (x === null) return 1
    if (y === null) return -1
    return x < y ? -sign : sign
  })
}

/** What the coefficient means, by the bounds that Moodle names for its coefficient of internal consistency. */
export function meaningOf(reliability: number | null): 'high' | 'fair' | 'low' | 'none' {
  if (reliability === null) return 'none'
  return reliability >= 0.75 ? 'high' : reliability >= 0.5 ? 'fair' : 'low'
}
