import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { comparePair, type ItemModel } from './answer-model.js'
import type { Finding } from './evidence.js'
import { adjusted } from './false-discovery.js'
import { groupsOf } from './groups.js'
import type { PreparedRound } from './prepared-round.js'
import { type Nearness, type PairFamily, type SimilarPair, similarPairs } from './similar-pairs.js'
import { STATED } from './stated-rates.js'
import type { Thresholds } from './thresholds.js'

interface Link extends SimilarPair {
  nearness: Nearness
  p: number
  /** Under Benjamini–Hochberg, and under Benjamini–Yekutieli. */
  adjustedP: number
  strictP: number
}

/** A reader looks at so many pairs and so many errors at most; the rest is counted. */
const PAIRS_TOLD = 12
const ERRORS_TOLD = 10

/**
 * DT-11 to DT-13: groups of people whose answers agree beyond chance, and groups whose answers and times do. The latter is told as two
 * signals, one of each family: it takes both kinds of evidence, each rare by itself.
 */
export function findSimilarity(round: PreparedRound, settings: Thresholds): { findings: Finding[]; tested: number } {
  const families = similarPairs(round, settings)
  const q = { near: settings.answersNear, unit: settings.answersInUnit, anywhere: settings.answersAnywhere }
  const takers = new Map<string | null, number>()
  for (const { attempt } of round.best) takers.set(attempt.unit, (takers.get(attempt.unit) ?? 0) + 1)
  const answers = linksOf(families, q, (pair) => (isTold(takers, pair, settings) ? pair.answers : null))
  const both = linksOf(families, q, (pair) =>
    pair.both !== null && pair.both <= settings.bothTogether ? pair.both : null,
  )
  return {
    findings: [
      ...groupsTold(round, answers).map(
        (group): Finding => ({
          ...group,
          kind: 'same-answers',
          family: 'answers',
          falseAlarmRate: STATED['same-answers'],
        }),
      ),
      ...groupsTold(round, both).flatMap((group): Finding[] => [
        {
          ...group,
          kind: 'same-answers-and-times',
          family: 'answers',
          falseAlarmRate: STATED['same-answers-and-times'],
        },
        { ...group, kind: 'same-times-and-answers', family: 'times', falseAlarmRate: STATED['same-times-and-answers'] },
      ]),
    ],
    tested: families.reduce((sum, { tested }) => sum + tested, 0),
  }
}

/** Rule 9 of SIM-1: within a unit without estimates of its own much less may be chance. */
function isTold(
  takers: ReadonlyMap<string | null, number>,
  { first, second, answers }: SimilarPair,
  settings: Thresholds,
): boolean {
  const { unit } = first.attempt
  if (unit === null || unit !== second.attempt.unit) return true
  return (takers.get(unit) as number) >= settings.unitOfItsOwn || answers <= settings.smallUnitTail
}

/** What survives counting how much was tested: each family of pairs has its own share of the false alarms. */
function linksOf(
  families: readonly PairFamily[],
  q: Record<Nearness, number>,
  chanceOf: (pair: SimilarPair) => number | null,
): Link[] {
  return families.flatMap(({ nearness, pairs, tested }) => {
    // Larger ones could not be reported whatever else was found: q is far below.
    const kept = pairs.flatMap((pair) => {
      if (pair.answers > WORTH_ADJUSTING && (pair.both ?? 1) > WORTH_ADJUSTING) return []
      const p = chanceOf(pair)
      return p === null || p > WORTH_ADJUSTING ? [] : [{ pair, p }]
    })
    const chances = kept.map(({ p }) => p)
    const loose = adjusted(chances, Math.max(tested, kept.length), 'independent')
    const strict = adjusted(chances, Math.max(tested, kept.length), 'any')
    return kept.flatMap(({ pair, p }, index): Link[] => {
      const adjustedP = loose[index] as number
      if (adjustedP > q[nearness]) return []
      return [{ ...pair, nearness, p, adjustedP, strictP: Math.min(1, strict[index] as number) }]
    })
  })
}

const WORTH_ADJUSTING = 1e-4

function groupsTold(round: PreparedRound, links: readonly Link[]) {
  const groups = groupsOf(links.map(({ first, second }) => [first.attempt.id, second.attempt.id] as const))
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  const linksOfGroup = new Map<string[], Link[]>(groups.map((group) => [group, []]))
  for (const link of links) linksOfGroup.get(groupOf.get(link.first.attempt.id) as string[])?.push(link)
  return groups.map((attemptIds) => {
    const own = uniquePairs(linksOfGroup.get(attemptIds) as Link[])
    const [best, weakest] = [own[0] as Link, own.at(-1) as Link]
    const place = new Map(attemptIds.map((id, index) => [id, index]))
    const facts = {
      size: attemptIds.length,
      pairCount: own.length,
      ...matchesOf(round, best),
      strictP: best.strictP,
      weakestP: weakest.p,
      /** Places of the two in the signal's attempts, and the chance of so much agreement. */
      pairs: own
        .slice(0, PAIRS_TOLD)
        .map(({ first, second, p }) => [place.get(first.attempt.id), place.get(second.attempt.id), p]),
      nearness: best.nearness,
      isOneUnit: new Set(own.flatMap(({ first, second }) => [first.attempt.unit, second.attempt.unit])).size === 1,
      sameErrors: sameErrors(round, best),
    }
    return { attemptIds, p: best.p, adjustedP: best.adjustedP, facts }
  })
}

/** Each pair once, by its rarest link, the rarest pair first. */
function uniquePairs(links: readonly Link[]): Link[] {
  const met = new Map<string, Link>()
  for (const link of links) {
    const name = [link.first.attempt.id, link.second.attempt.id].sort(byCodeUnits).join(' ')
    const known = met.get(name)
    if (!known || link.adjustedP < known.adjustedP) met.set(name, link)
  }
  return [...met.values()].sort((a, b) => a.p - b.p || (a.first.attempt.id < b.first.attempt.id ? -1 : 1))
}

/** What the two papers that agree most have in common, and what chance would give. */
function matchesOf({ models }: PreparedRound, { first, second, answers, times }: Link) {
  const pair = comparePair(models, first, second)
  if (!pair) return {}
  return {
    shared: pair.shared.length,
    rightMatches: pair.rightMatches,
    wrongMatches: pair.wrongMatches,
    differences: pair.differences,
    expected: pair.shared.reduce((sum, { bothRight, sameWrong }) => sum + bothRight + sameWrong, 0),
    answersTail: answers,
    m4: pair.m4,
    omega: pair.omega,
    timesCorrelation: times?.correlation ?? null,
    timesTail: times?.tail ?? null,
  }
}

/** DT-12: identical errors to read: at which item, which wrong answer, and what share of all takers gave it; the rarest first. */
function sameErrors({ evidence, models }: PreparedRound, { first, second }: Link) {
  const errors = (comparePair(models, first, second)?.shared ?? [])
    .filter(({ first: a, second: b }) => a === b && a > 0)
    .map(({ item, first: answer }) => {
      const { right, wrongShares } = models[item] as ItemModel
      return {
        itemVersionId: evidence.items[item]?.itemVersionId ?? '',
        answer,
        share: (1 - right) * (wrongShares[answer] ?? 0),
      }
    })
    .sort((a, b) => a.share - b.share)
  return errors.slice(0, ERRORS_TOLD)
}
