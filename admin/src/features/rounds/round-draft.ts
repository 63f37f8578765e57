import type { ApiBody } from '@thiso/contracts'
import {
  DAY_POOLS_MAX,
  DEFAULT_DRAW_LIMITS,
  DEFAULT_ROUND_RULES,
  type DrawLimits,
  type ResultPolicy,
  type RoundRules,
} from '@thiso/contracts/vocab'
import type { Counts } from '../../lib/blueprint/counts'
import { cellsOf, designOf, emptyDesign, type ExtraCell, itemsOf, type LevelPoints } from '../../lib/blueprint/design'
import { LEAST_POINTS, MOST_POINTS } from '../../lib/blueprint/limits'
import type { AdminRound } from '../../lib/contest-queries'
import type { LocalizedValue } from '../../lib/localized-field'

export interface RoundDraft {
  name: LocalizedValue
  opensAt: string
  closesAt: string
  minutes: number | null
  attemptLimit: number | null
  resultPolicy: ResultPolicy
  bankIds: string[]
  counts: Counts
  levelPoints: LevelPoints
  extra: ExtraCell[]
  drawLimits: DrawLimits
  rules: RoundRules
}

const DAY_MS = 86_400_000
/** As far as the contract takes a blueprint. */
const CELLS_MAX = 64
const CELL_ITEMS_MAX = 100

export const draftOf = (round: AdminRound): RoundDraft => ({
  name: { ...round.name },
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  minutes: round.timeLimitS / 60,
  attemptLimit: round.attemptLimit,
  resultPolicy: round.resultPolicy,
  bankIds: [...round.bankIds],
  ...designOf(round.blueprint),
  drawLimits: round.drawLimits,
  rules: round.rules,
})

export const emptyRound = (number: number, bankIds: string[]): RoundDraft => ({
  name: { vi: `Đợt ${number}`, en: `Round ${number}` },
  opensAt: '',
  closesAt: '',
  minutes: 15,
  attemptLimit: 1,
  resultPolicy: 'at_once',
  bankIds,
  ...emptyDesign,
  drawLimits: DEFAULT_DRAW_LIMITS,
  rules: DEFAULT_ROUND_RULES,
})

/** Whole weeks between one round's opening and its successor's, as long as the window needs. */
export const weeksAhead = (round: AdminRound): number =>
  7 * Math.max(1, Math.ceil((Date.parse(round.closesAt) - Date.parse(round.opensAt)) / (7 * DAY_MS)))

/** The next round of a contest: as the one before, so many whole weeks later. */
export function successorOf(round: AdminRound, number: number): RoundDraft {
  const shift = weeksAhead(round) * DAY_MS
  const later = (at: string) => new Date(Date.parse(at) + shift).toISOString()
  return {
    ...draftOf(round),
    name: emptyRound(number, []).name,
    opensAt: later(round.opensAt),
    closesAt: later(round.closesAt),
  }
}

export const bodyOf = (draft: RoundDraft): ApiBody<'createRound'> => ({
  name: draft.name,
  opensAt: draft.opensAt,
  closesAt: draft.closesAt,
  timeLimitS: Math.round((draft.minutes ?? 0) * 60),
  attemptLimit: draft.attemptLimit ?? 0,
  resultPolicy: draft.resultPolicy,
  bankIds: draft.bankIds,
  blueprint: cellsOf(draft),
  drawLimits: draft.drawLimits,
  rules: draft.rules,
})

/** AM-1: what an amendment may change, as its body has it. */
export const termsOf = (draft: RoundDraft): Required<ApiBody<'proposeRoundAmendment'>['change']> => {
  const { rules, timeLimitS, attemptLimit, resultPolicy, closesAt } = bodyOf(draft)
  return { rules: rules ?? DEFAULT_ROUND_RULES, timeLimitS, attemptLimit, resultPolicy, closesAt }
}

/** What a paper is worth. */
export const pointsOf = (draft: RoundDraft): number =>
  bodyOf(draft).blueprint.reduce((sum, { count, points = 1 }) => sum + count * points, 0)

export type Lack = 'name' | 'opensAt' | 'closesAt' | 'order' | 'short' | 'minutes' | 'attempts' | 'banks' | 'blueprint'

/** What the form can tell before the API does, by path. */
export function lacksOf(draft: RoundDraft): Record<string, Lack> {
  const found: Record<string, Lack> = {}
  const minutes = draft.minutes ?? 0
  const span = Date.parse(draft.closesAt) - Date.parse(draft.opensAt)
  if (!draft.name.vi.trim()) found['name.vi'] = 'name'
  if (!draft.opensAt) found['opensAt'] = 'opensAt'
  if (!draft.closesAt) found['closesAt'] = 'closesAt'
  else if (span <= 0) found['closesAt'] = 'order'
  else if (span < minutes * 60_000) found['closesAt'] = 'short'
  if (minutes < 0.5 || minutes > 360) found['timeLimitS'] = 'minutes'
  if (!draft.attemptLimit || draft.attemptLimit < 1 || draft.attemptLimit > 100) found['attemptLimit'] = 'attempts'
  if (draft.bankIds.length === 0) found['bankIds'] = 'banks'
  if (itemsOf(draft) === 0) found['blueprint'] = 'blueprint'
  return found
}

/** Can the banks be asked about it? What a field shows as wrong, or a window that ends before it begins, is still being typed. */
export function isCheckable(draft: RoundDraft): boolean {
  const { paperTolerance: tolerance } = draft.rules
  const { dayPools, maxShare } = draft.drawLimits
  const cells = cellsOf(draft)
  return (
    draft.bankIds.length > 0 &&
    cells.length <= CELLS_MAX &&
    cells.every(
      ({ count, points }) =>
        Number.isInteger(count) && count <= CELL_ITEMS_MAX && points >= LEAST_POINTS && points <= MOST_POINTS,
    ) &&
    dayPools >= 1 &&
    dayPools <= DAY_POOLS_MAX &&
    (maxShare === null || (maxShare >= 0.01 && maxShare <= 1)) &&
    (tolerance === null || (tolerance >= 0.01 && tolerance <= 100)) &&
    (!draft.opensAt || !draft.closesAt || Date.parse(draft.opensAt) < Date.parse(draft.closesAt))
  )
}
