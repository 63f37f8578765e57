import type { PaperData } from '../../session/calls'

export type PredictionRules = NonNullable<PaperData['rules']['prediction']>

const MOST = 10_000_000

/** What was typed as the digits that are sent; null for blank; undefined for what is no number from 0 to ten million. */
export function digitsOf(line: string | null): string | null | undefined {
  if (line === null || line.trim() === '') return null
  const digits = line.replace(/[.\s]/g, '')
  if (!/^\d{1,8}$/.test(digits) || Number(digits) > MOST) return undefined
  return String(Number(digits))
}

/** The question in the words of the rules; a name of a text. */
export const askedOf = ({ target, unit }: PredictionRules) => `prediction.${target}.${unit}` as const
