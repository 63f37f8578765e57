import type { ApiBody } from '@thiso/contracts'
import {
  type ContestRules,
  type ContestTable,
  DEFAULT_CONTEST_RULES,
  type NameDisplay,
  PRIZE_TIERS,
  type PrizeScope,
  type PrizeTier,
} from '@thiso/contracts/vocab'
import { fold } from '@thiso/kit/text/fold'
import type { AdminContest, AdminRound } from '../../lib/contest-queries'
import type { LocalizedValue } from '../../lib/localized-field'

export interface PrizeDraft {
  /** Only for React: a row keeps its fields when another is removed. */
  rowId: number
  tier: PrizeTier
  count: number | null
  reward: LocalizedValue
  scope: PrizeScope
  /** A code of the contest's tables; null: for all together. */
  table: string | null
}

export interface ContestDraft {
  title: LocalizedValue
  slug: string
  summary: LocalizedValue
  about: LocalizedValue
  organizerName: LocalizedValue
  prizes: PrizeDraft[]
  nameDisplay: NameDisplay
  unitsAsOf: string
  rules: ContestRules
}

let lastRowId = 0
const rowId = () => ++lastRowId
const blank = () => ({ vi: '', en: '' })

const newPrize = (): PrizeDraft => ({
  rowId: rowId(),
  tier: 'consolation',
  count: 1,
  reward: blank(),
  scope: 'round',
  table: null,
})

export const MOST_PRIZES = 60
const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,58})[a-z0-9]$/

/** 'Tìm hiểu chuyển đổi số 2026' → 'tim-hieu-chuyen-doi-so-2026'. */
export const slugOf = (title: string): string =>
  fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

export const isSlug = (slug: string) => SLUG.test(slug)

export const emptyContest = (unitsAsOf: string): ContestDraft => ({
  title: blank(),
  slug: '',
  summary: blank(),
  about: blank(),
  organizerName: blank(),
  prizes: PRIZE_TIERS.slice(0, 3).map((tier) => ({ ...newPrize(), tier })),
  nameDisplay: 'masked',
  unitsAsOf,
  rules: DEFAULT_CONTEST_RULES,
})

export const draftOf = (contest: AdminContest): ContestDraft => ({
  title: { ...contest.title },
  slug: contest.slug,
  summary: { ...contest.summary },
  about: { ...contest.about },
  organizerName: { ...contest.organizerName },
  prizes: contest.prizes.map((prize) => ({ ...prize, rowId: rowId(), reward: { ...prize.reward } })),
  nameDisplay: contest.nameDisplay,
  unitsAsOf: contest.unitsAsOf,
  rules: contest.rules,
})

/** The next tier that has no row yet, else consolation, which may stand more than once. */
export const nextPrize = (prizes: readonly PrizeDraft[]): PrizeDraft => ({
  ...newPrize(),
  tier: PRIZE_TIERS.find((tier) => prizes.every((prize) => prize.tier !== tier)) ?? 'consolation',
})

/** The next letter that no table has yet. */
export const nextTable = (tables: readonly ContestTable[]): ContestTable => {
  const letters = [...'ABCDEFGHIJKLMNOPQRST']
  const code = letters.find((letter) => tables.every((table) => table.code !== letter)) ?? `T${tables.length + 1}`
  return {
    code,
    name: { vi: `Bảng ${code}`, en: `Table ${code}` },
    minAge: null,
    maxAge: null,
    unitKinds: [],
    unitIds: [],
  }
}

export const bodyOf = (draft: ContestDraft): ApiBody<'createContest'> => ({
  ...draft,
  prizes: draft.prizes.map(({ tier, count, reward, scope, table }) => ({
    tier,
    count: count ?? 0,
    reward,
    scope,
    table,
  })),
})

/** Whether a running total may go by predictions; before there are rounds nobody knows yet. */
export const canPredictIn = (rounds: readonly AdminRound[]): boolean =>
  rounds.length === 0 || rounds.some((round) => round.rules.prediction !== null)

/** AM-1: what an amendment may change, as its body has it. */
export const termsOf = (draft: ContestDraft): Required<ApiBody<'proposeContestAmendment'>['change']> => {
  const { rules, prizes } = bodyOf(draft)
  return { rules: rules ?? DEFAULT_CONTEST_RULES, prizes }
}

/**
 * What the check of the rules is asked with while the rest is still being written: it looks at rules and prizes only, so what is
 * missing elsewhere is filled in. null: the rules themselves have gaps, and nobody could say yet whether they can be kept.
 */
export function checkBodyOf(draft: ContestDraft): ApiBody<'createContest'> | null {
  const gaps = Object.keys(missingIn(draft))
  if (gaps.some((path) => path.startsWith('rules.')) || gaps.includes('unitsAsOf')) return null
  const some = { vi: '…', en: '' }
  return {
    ...bodyOf(draft),
    slug: 'cuoc-thi',
    title: some,
    summary: some,
    about: some,
    organizerName: some,
    prizes: bodyOf(draft).prizes.map((prize) => ({ ...prize, count: prize.count || 1, reward: some })),
  }
}

/** What the form can tell before the API does, by path. */
export function missingIn(draft: ContestDraft): Record<string, 'required' | 'slug' | 'count' | 'day'> {
  const found: Record<string, 'required' | 'slug' | 'count' | 'day'> = {}
  for (const [index, table] of draft.rules.tables.entries()) {
    if (!table.code.trim()) found[`rules.tables.${index}.code`] = 'required'
    if (!table.name.vi.trim()) found[`rules.tables.${index}.name.vi`] = 'required'
  }
  for (const key of ['title', 'summary', 'about', 'organizerName'] as const) {
    if (!draft[key].vi.trim()) found[`${key}.vi`] = 'required'
  }
  if (!isSlug(draft.slug)) found['slug'] = 'slug'
  if (!draft.unitsAsOf) found['unitsAsOf'] = 'day'
  for (const [index, prize] of draft.prizes.entries()) {
    if (!prize.count || prize.count < 1) found[`prizes.${index}.count`] = 'count'
    if (!prize.reward.vi.trim()) found[`prizes.${index}.reward.vi`] = 'required'
  }
  return found
}
