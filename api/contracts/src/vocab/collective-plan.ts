import type { CollectiveMeasure, CollectivePlan } from './winners.js'
import { COLLECTIVE_MEASURES } from './winners.js'
import { PRIZE_TIERS } from './words.js'

/** Plans of collective prizes that cannot be kept, one code for each way. */
export const PLAN_PROBLEMS = [
  'class_unnamed',
  'class_repeated',
  'classes_not_ascending',
  'class_unknown',
  'weights_missing',
  'place_beyond',
  'place_repeated',
] as const
export type PlanProblemCode = (typeof PLAN_PROBLEMS)[number]

export interface PlanProblem {
  code: PlanProblemCode
  /** Of the setting in the plan, as in a request: `prizes.2.place`. */
  path: string
  params: Record<string, string | number>
}

/**
 * WN-7: everything in a plan that no figures can ever keep, all at once.
 * @param unitCount how many units of the plan's kinds there are
 */
export function planProblems(plan: CollectivePlan, unitCount: number): PlanProblem[] {
  const problems: PlanProblem[] = []
  const add = (code: PlanProblemCode, path: string, params: PlanProblem['params'] = {}) =>
    problems.push({ code, path, params })
  const names = plan.sizeClasses.map(({ name }) => name.trim())
  for (const [index, { upTo }] of plan.sizeClasses.entries()) {
    const name = names[index] as string
    if (name === '') add('class_unnamed', `sizeClasses.${index}.name`)
    else if (names.indexOf(name) < index) add('class_repeated', `sizeClasses.${index}.name`, { name })
    const before = plan.sizeClasses[index - 1]
    // After one that takes all that are larger, or a bound that is not lower, nothing is left.
    if (before && (before.upTo === null || (upTo !== null && upTo <= before.upTo)))
      add('classes_not_ascending', `sizeClasses.${index}.upTo`)
  }
  const hasWeight = COLLECTIVE_MEASURES.some((by: CollectiveMeasure) => plan.weights[by] > 0)
  const seen = new Set<string>()
  for (const [index, { by, place, sizeClass }] of plan.prizes.entries()) {
    if (sizeClass !== null && !names.includes(sizeClass.trim()))
      add('class_unknown', `prizes.${index}.sizeClass`, { name: sizeClass })
    if (by === 'formula' && !hasWeight) add('weights_missing', `prizes.${index}.by`)
    if (place > unitCount) add('place_beyond', `prizes.${index}.place`, { place, count: unitCount })
    const key = JSON.stringify([by, place, sizeClass])
    if (seen.has(key)) add('place_repeated', `prizes.${index}.place`, { place })
    seen.add(key)
  }
  return problems
}

/** Indexes of the plan's prizes, the highest tier first; within a tier as the plan has them. */
export function prizeOrder(plan: Pick<CollectivePlan, 'prizes'>): number[] {
  const tierOf = (index: number) => PRIZE_TIERS.indexOf(plan.prizes[index]?.tier ?? 'consolation')
  return plan.prizes.map((_, index) => index).sort((a, b) => tierOf(a) - tierOf(b) || a - b)
}
