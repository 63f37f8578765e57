import type { ContestRules, PrizeScope, PrizeTier, ResultPolicy, RoundRules } from '@thiso/contracts/vocab'
import { isSameJson } from '@thiso/contracts/vocab'

/** Settings by name, as JSON. */
export type Terms = Record<string, unknown>

/** What an amendment of a round may change; what is absent stays. The end as ISO text. */
export interface RoundAmendment {
  rules?: RoundRules | undefined
  timeLimitS?: number | undefined
  attemptLimit?: number | undefined
  resultPolicy?: ResultPolicy | undefined
  closesAt?: string | undefined
}

export interface ContestAmendment {
  rules?: ContestRules | undefined
  prizes?:
    | { tier: PrizeTier; count: number; reward: { vi: string; en: string }; scope: PrizeScope; table: string | null }[]
    | undefined
}

/** AM-1: the settings of a round that only an amendment changes once somebody has started. Blueprint, banks and opening never change. */
export function roundTerms(round: {
  rules: RoundRules
  timeLimitS: number
  attemptLimit: number
  resultPolicy: ResultPolicy
  closesAt: Date
}): Terms {
  const { rules, timeLimitS, attemptLimit, resultPolicy, closesAt } = round
  return { rules, timeLimitS, attemptLimit, resultPolicy, closesAt: closesAt.toISOString() }
}

export function contestTerms({ rules, prizes }: { rules: ContestRules; prizes: unknown }): Terms {
  return { rules, prizes }
}

/** What of an amendment differs from the terms as they are: the named settings before and after. */
export function changedRound(terms: Terms, amendment: RoundAmendment): { before: Terms; after: Terms } {
  const closesAt = amendment.closesAt && new Date(amendment.closesAt).toISOString()
  return changed(terms, { ...amendment, ...(closesAt ? { closesAt } : {}) })
}

export function changedContest(terms: Terms, amendment: ContestAmendment): { before: Terms; after: Terms } {
  return changed(terms, { ...amendment })
}

function changed(terms: Terms, amendment: Terms): { before: Terms; after: Terms } {
  const keys = Object.keys(amendment).filter(
    (key) => amendment[key] !== undefined && key in terms && !isSameJson(terms[key], amendment[key]),
  )
  const pick = (from: Terms) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  return { before: pick(terms), after: pick(amendment) }
}

/** AM-4: of all the names that are known, those of what the settings point to, wherever in them it stands. */
export function namesFor<T>(settings: unknown, known: ReadonlyMap<string, T>): Record<string, T> {
  const found: Record<string, T> = {}
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const name = known.get(value)
      if (name !== undefined) found[value] = name
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part)
  }
  look(settings)
  return found
}
