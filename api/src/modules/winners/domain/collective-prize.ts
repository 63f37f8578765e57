import {
  COLLECTIVE_MEASURES,
  type CollectiveBasis,
  type CollectiveMeasure,
  type CollectivePlan,
  type Normalisation,
  prizeOrder,
} from '@thiso/contracts/vocab'

/** What is known of a unit in a contest. */
export interface UnitFigures {
  unitId: string
  /** People who took part in any round, each once. */
  participants: number
  /** People of the unit as it confirmed before the first round; null: not confirmed. */
  roster: number | null
  /** First attempts of people in rounds: how many, and the sum of their shares of the points that there were (0 to 1 each). */
  firstAttempts: number
  shareSum: number
}

/** Why a unit cannot be compared by something. */
export type UnitGap = 'too-few' | 'no-roster' | 'above-roster'

export interface UnitScore extends UnitFigures {
  sizeClass: string | null
  /** Each null where the unit cannot be compared by it. */
  measures: Record<CollectiveMeasure, number | null>
  /** 0 to 100 among the units that may get a prize; a measure that the unit lacks counts 0. */
  normalised: Record<CollectiveMeasure, number>
  /** The weighted mean of the normalised measures, 0 to 100. */
  formula: number
  gaps: UnitGap[]
}

export interface CollectiveAward {
  /** Index into the plan's prizes. */
  prize: number
  /** One; several where equal units wait for a draw; none where there is no such place. */
  unitIds: string[]
  /** The equal units among whom a draw told apart who got it, in drawn order; none where no draw was needed. */
  drawnAmong: string[]
}

/**
 * The order in which a draw puts units that are equal by everything the plan names; null where its list does not have them all. It follows
 * from the units, not from their order.
 */
export type UnitDraw = (by: CollectiveBasis, unitIds: readonly string[]) => string[] | null

export interface CollectiveResult {
  /** Of all first attempts of units that may get a prize. */
  meanShare: number
  units: UnitScore[]
  awards: CollectiveAward[]
}

/**
 * WN-7: quality of a unit, the mean share of points on first attempts, drawn toward everybody's mean so that three good papers do not
 * beat three hundred: (Σ + k·mean) / (n + k). Null without attempts: nobody is good by everybody's mean alone.
 */
export function shrunkMean(sum: number, count: number, mean: number, k: number): number | null {
  return count === 0 ? null : (sum + k * mean) / (count + k)
}

/**
 * WN-7: units by number, rate, quality and the formula, and who gets the plan's prizes. A prize names a measure and a place; among equal
 * units the plan's `tieBreak` measures decide one after the other, then the draw; without one they wait together. With one prize each, a
 * unit that holds one of a higher tier, or of the same tier and named before, is passed over. The order of `figures` decides nothing.
 */
export function judgeUnits(
  figures: readonly UnitFigures[],
  plan: CollectivePlan,
  draw: UnitDraw | null = null,
): CollectiveResult {
  const ordered = [...figures].sort((a, b) => byText(a.unitId, b.unitId))
  const counted = ordered.filter(({ participants }) => participants >= plan.minParticipants)
  const attempts = sum(counted.map(({ firstAttempts }) => firstAttempts))
  const meanShare = attempts === 0 ? 0 : sum(counted.map(({ shareSum }) => shareSum)) / attempts
  const measured = ordered.map((unit) => measure(unit, plan, meanShare))
  const eligible = measured.filter(({ gaps }) => !gaps.includes('too-few'))
  const scales = Object.fromEntries(
    COLLECTIVE_MEASURES.map((by) => [by, scaleOf(plan.normalisation, valuesOf(eligible, by))]),
  ) as Record<CollectiveMeasure, (value: number | null) => number>
  const weight = sum(COLLECTIVE_MEASURES.map((by) => plan.weights[by]))
  const units = measured.map((unit): UnitScore => {
    const isIn = !unit.gaps.includes('too-few')
    const normalised = Object.fromEntries(
      COLLECTIVE_MEASURES.map((by) => [by, isIn ? scales[by](unit.measures[by]) : 0]),
    ) as Record<CollectiveMeasure, number>
    const weighted = sum(COLLECTIVE_MEASURES.map((by) => plan.weights[by] * normalised[by]))
    return { ...unit, normalised, formula: weight === 0 ? 0 : weighted / weight }
  })
  return { meanShare, units, awards: give(units, plan, draw) }
}

/** A unit's value by a measure or the formula; null: it cannot be compared by it. */
export function measureOf(unit: UnitScore, by: CollectiveBasis): number | null {
  if (unit.gaps.includes('too-few')) return null
  return by === 'formula' ? unit.formula : unit.measures[by]
}

/** 1 + how many are better; units that cannot be compared have none. */
export function placesBy(units: readonly UnitScore[], by: CollectiveBasis): Map<string, number> {
  const values = units.flatMap((unit) => measureOf(unit, by) ?? [])
  const places = new Map<string, number>()
  for (const unit of units) {
    const own = measureOf(unit, by)
    if (own !== null) places.set(unit.unitId, 1 + values.filter((value) => isAbove(value, own)).length)
  }
  return places
}

function measure(unit: UnitFigures, plan: CollectivePlan, meanShare: number) {
  const gaps: UnitGap[] = []
  if (unit.participants < plan.minParticipants) gaps.push('too-few')
  if (unit.roster === null) gaps.push('no-roster')
  // More people than the unit says it has: the roster is wrong or people named the wrong unit; no rate can be right.
  else if (unit.participants > unit.roster) gaps.push('above-roster')
  const hasRate = unit.roster !== null && unit.roster > 0 && unit.participants <= unit.roster
  const sizeClass = plan.sizeClasses.find(({ upTo }) => upTo === null || (unit.roster ?? 0) <= upTo)
  return {
    ...unit,
    sizeClass: unit.roster === null ? null : (sizeClass?.name ?? null),
    measures: {
      participants: unit.participants,
      rate: hasRate ? unit.participants / (unit.roster as number) : null,
      quality: shrunkMean(unit.shareSum, unit.firstAttempts, meanShare, plan.shrinkage),
    },
    gaps,
  }
}

/**
 * 0 to 100. `max`: 100 times the share of the largest value. `rank`: the best 100, the last 0, evenly between; equal values share the better
 * place; a single one has 100.
 */
function scaleOf(normalisation: Normalisation, values: readonly number[]): (value: number | null) => number {
  const largest = Math.max(0, ...values)
  return (value) => {
    if (value === null) return 0
    if (normalisation === 'max') return largest === 0 ? 0 : (100 * value) / largest
    const ahead = values.filter((other) => isAbove(other, value)).length
    return values.length <= 1 ? 100 : (100 * (values.length - 1 - ahead)) / (values.length - 1)
  }
}

function give(units: readonly UnitScore[], plan: CollectivePlan, draw: UnitDraw | null): CollectiveAward[] {
  const holders = new Set<string>()
  const awards: CollectiveAward[] = plan.prizes.map((_, prize) => ({ prize, unitIds: [], drawnAmong: [] }))
  // The highest first, whatever the order of the plan: a unit that gets one prize gets the highest it can.
  for (const index of prizeOrder(plan)) {
    const prize = plan.prizes[index] as CollectivePlan['prizes'][number]
    const inClass = units.filter(
      (unit) => (prize.sizeClass === null || unit.sizeClass === prize.sizeClass) && measureOf(unit, prize.by) !== null,
    )
    const equal = equalGroups(inClass, prize.by, plan.tieBreak)
    // A whole group is drawn, whoever of it holds a prize already: so its order is the same for every place of the measure.
    const drawn = equal.map((group) => (group.length > 1 ? (draw?.(prize.by, group) ?? null) : null))
    const groups = equal.flatMap((group, at) => drawn[at]?.map((unitId) => [unitId]) ?? [group])
    const chosen = reach(groups, prize.place, plan.onePrizeEach ? holders : new Set())
    for (const unitId of chosen) holders.add(unitId)
    const among = drawn.find((group) => group !== null && chosen.some((unitId) => group.includes(unitId)))
    awards[index] = { prize: index, unitIds: chosen, drawnAmong: among ?? [] }
  }
  return awards
}

/** The units on a place or, where all of them hold a prize, the next ones behind it. */
function reach(groups: readonly string[][], place: number, holders: ReadonlySet<string>): string[] {
  let end = 0
  for (const group of groups) {
    end += group.length
    if (end < place) continue
    const free = group.filter((unitId) => !holders.has(unitId))
    if (free.length > 0) return free
  }
  return []
}

/** Units from the best, those together whom nothing tells apart. */
export function equalGroups(units: readonly UnitScore[], by: CollectiveBasis, tieBreak: readonly CollectiveMeasure[]) {
  const chain: CollectiveBasis[] = [by, ...tieBreak]
  const compare = (a: UnitScore, b: UnitScore) => {
    for (const basis of chain) {
      const [left, right] = [measureOf(a, basis) ?? -1, measureOf(b, basis) ?? -1]
      if (isAbove(left, right)) return -1
      if (isAbove(right, left)) return 1
    }
    return 0
  }
  const groups: string[][] = []
  let before: UnitScore | undefined
  for (const unit of [...units].sort((a, b) => compare(a, b) || byText(a.unitId, b.unitId))) {
    if (before && compare(before, unit) === 0) groups.at(-1)?.push(unit.unitId)
    else groups.push([unit.unitId])
    before = unit
  }
  return groups
}

/** Values that differ only by what sums of shares lose in floating point are equal; nothing measured here is as fine. */
const RESOLUTION = 1e-9

/** Both are cut to the same grid, so that being equal carries over from one to the next. */
function isAbove(a: number, b: number): boolean {
  return Math.round(a / RESOLUTION) > Math.round(b / RESOLUTION)
}

function valuesOf(units: readonly { measures: UnitScore['measures'] }[], by: CollectiveMeasure): number[] {
  return units.flatMap(({ measures }) => measures[by] ?? [])
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
