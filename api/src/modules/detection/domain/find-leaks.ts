import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { OMITTED } from './answer-model.js'
import { sawMost, whoSaw } from './canary.js'
import type { DriftFinding, Finding } from './evidence.js'
import { adjusted } from './false-discovery.js'
import { type DatedAnswer, itemDrift } from './item-drift.js'
import type { PreparedRound } from './prepared-round.js'
import { bothTail } from './tails.js'
import type { Thresholds } from './thresholds.js'

/**
 * An item must have become easier, and faster, each at no more than this chance: of an item that nearly everybody knew a leak leaves little to
 * gain, and its times tell it. How rare both are together decides.
 */
const EACH_OF_BOTH = 0.2

interface TimedAnswerOfItem extends DatedAnswer {
  seconds: number | null
}

/** How each item did for those who came first and those who came last; items with too few answers are left out. */
export function driftOf({ evidence, firsts }: PreparedRound): DriftFinding[] {
  const answersOf: TimedAnswerOfItem[][] = evidence.items.map(() => [])
  for (const { attempt, items, answers, expected, residuals } of firsts)
    for (const [place, item] of items.entries()) {
      if (answers[place] === OMITTED) continue
      const [seconds, residual] = [attempt.seconds[place] as number, residuals[place] as number]
      answersOf[item]?.push({
        startedAt: attempt.startedAt,
        isRight: answers[place] === 0,
        chance: expected[place] as number,
        seconds: seconds > 0 ? seconds : null,
        timeResidual: Number.isNaN(residual) ? null : residual,
      })
    }
  return answersOf.flatMap((answers, item): DriftFinding[] => {
    const drift = itemDrift(answers)
    if (!drift) return []
    const { early, late, easier, faster, easierTail, fasterTail, tail } = drift
    // Each must be rare by itself; how rare both are is Fisher's combination, for which tail is the cautious figure.
    const p = tail <= EACH_OF_BOTH ? bothTail(easierTail, fasterTail) : tail
    return [{ item, early, late, easier, faster, p, quarters: quartersOf(answers) }]
  })
}

function quartersOf(answers: readonly TimedAnswerOfItem[]): DriftFinding['quarters'] {
  const ordered = [...answers].sort((a, b) => a.startedAt - b.startedAt)
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
  return [0, 1, 2, 3].map((quarter) => {
    const part = ordered.slice((quarter * ordered.length) / 4, ((quarter + 1) * ordered.length) / 4)
    const times = part.flatMap(({ seconds }) => seconds ?? [])
    return {
      count: part.length,
      right: mean(part.map(({ isRight }) => (isRight ? 1 : 0))),
      expected: mean(part.map(({ chance }) => chance)),
      seconds: times.length > 0 ? mean(times) : null,
    }
  })
}

/**
 * DT-18: items that became easier and faster for whoever came later. It is about the item and about nobody; where the item has canary
 * siblings, the units that saw this one are named, for the leak came from where it was seen.
 */
export function findLeaks(round: PreparedRound, drift: readonly DriftFinding[], settings: Thresholds): Finding[] {
  const levels = adjusted(
    drift.map(({ p }) => p),
    drift.length,
    'independent',
  )
  const leaked = drift.flatMap((row, index) => {
    const adjustedP = levels[index] as number
    return adjustedP <= settings.leakedItem && row.easier > 0 && (row.faster ?? 0) > 0 ? [{ ...row, adjustedP }] : []
  })
  const seen = whoSaw(round.evidence)
  const suspects = sawMost(
    seen,
    leaked.map(({ item }) => item),
  ).slice(0, 10)
  return leaked.map(({ item, p, adjustedP, easier, faster, early, late, quarters }): Finding => {
    const { itemVersionId, variantSet } = round.evidence.items[item] as (typeof round.evidence.items)[number]
    const sightings = seen.get(item)
    return {
      kind: 'leaked-item',
      family: 'items',
      attemptIds: [],
      p,
      adjustedP,
      falseAlarmRate: settings.leakedItem,
      facts: {
        itemVersionId,
        easier,
        faster,
        early,
        late,
        quarters,
        ...(variantSet === '' || !sightings ? {} : { seenBy: [...sightings].sort(byCodeUnits), suspects }),
      },
    }
  })
}
