import { OMITTED } from './answer-model.js'
import type { EvidenceAttempt, Finding } from './evidence.js'
import { ownSeconds, type PreparedRound } from './prepared-round.js'
import { rapidRightTail, responseTimeEffort, timeFit } from './response-times.js'
import { STATED } from './stated-rates.js'
import { chiSquaredTail } from './tails.js'
import type { Thresholds } from './thresholds.js'

/** Fewer known times than this have no pattern. */
const LEAST_FOR_FIT = 10
/** Slower than this many deviations is an interruption, which says nothing of the person's pace. */
const INTERRUPTED = 2
/** Eyes that know what they look for take in a question in this share of the time that careful reading takes. */
const SKIMMING = 1 / 4

/** An answer by its place, with what it was too fast for. */
interface RapidPlace {
  place: number
  isRight: boolean
  guess: number
}

/**
 * DT-14 to DT-16: answers faster than anybody reads and right all the same, times that do not fit their items, times that are all alike. Fast
 * answers that guessing explains speak against nobody: they are told as one fact of the round.
 */
export function findTimes(round: PreparedRound, settings: Thresholds): Finding[] {
  const findings: Finding[] = []
  const met = new Map<number, Set<number>>()
  let guessers = 0
  for (const attempt of inOrder(round.evidence.attempts)) {
    const known = met.get(attempt.person) ?? new Set<number>()
    met.set(attempt.person, known)
    const rapid = rapidPlaces(round, attempt).filter(({ place }) => !known.has(attempt.items[place] as number))
    for (const item of attempt.items) known.add(item)
    const isGuessing = effortOf(attempt, rapid) < settings.littleEffort
    const told = rapidFindings(round, attempt, rapid, settings)
    if (isGuessing && told.length === 0) guessers++
    findings.push(...told)
  }
  for (const { attempt } of round.firsts) {
    const fit = misfitOf(round, attempt)
    if (fit && fit.tail <= settings.oddTimes)
      findings.push(finding('odd-times', 'times', attempt, fit.tail, { timed: fit.count, misfit: fit.misfit }))
    const alike = alikeTimes(round, attempt)
    if (alike && alike.tail <= settings.uniformTimes)
      findings.push(finding('uniform-times', 'times', attempt, alike.tail, alike.facts))
  }
  if (guessers > 0)
    findings.push({
      kind: 'rapid-guessing',
      family: 'times',
      attemptIds: [],
      p: null,
      adjustedP: null,
      falseAlarmRate: null,
      facts: {
        attempts: guessers,
        share: guessers / round.evidence.attempts.length,
        effortBelow: settings.littleEffort,
      },
    })
  return findings
}

function inOrder(attempts: readonly EvidenceAttempt[]): EvidenceAttempt[] {
  return [...attempts].sort((a, b) => a.person - b.person || a.attemptNo - b.attemptNo)
}

/** Places answered in less than the item can be solved in (NT10), or in less than a quarter of what reading it takes. */
export function rapidPlaces({ evidence, rapidBelow }: PreparedRound, attempt: EvidenceAttempt): RapidPlace[] {
  return Array.from(attempt.items).flatMap((index, place) => {
    const time = attempt.seconds[place] as number
    const item = evidence.items[index]
    if (!item || attempt.answers[place] === OMITTED || !(time >= 0)) return []
    const bound = Math.max(rapidBelow[index] as number, (item.readingSeconds ?? 0) * SKIMMING)
    return time < bound ? [{ place, isRight: attempt.answers[place] === 0, guess: item.guess }] : []
  })
}

/** Response-time effort: the share of answers that took long enough to be work. */
export function effortOf({ answers }: EvidenceAttempt, rapid: readonly RapidPlace[]): number {
  const given = answers.reduce((sum, answer) => sum + (answer === OMITTED ? 0 : 1), 0)
  const times = Array.from({ length: given }, (_, index) => (index < rapid.length ? 0 : 1))
  return responseTimeEffort(
    times,
    times.map(() => 1),
  )
}

function rapidFindings(
  round: PreparedRound,
  attempt: EvidenceAttempt,
  rapid: readonly RapidPlace[],
  settings: Thresholds,
): Finding[] {
  // What cannot be guessed is not known to be guessed: typed answers count as one in twenty.
  const guesses = rapid.map(({ isRight, guess }) => ({ isRight, guess: Math.max(guess, 0.05) }))
  if (rapid.length < settings.leastRapid) return []
  const p = rapidRightTail(guesses)
  if (p > settings.tooFastUnlessGuessed) return []
  const facts = {
    rapid: rapid.length,
    right: rapid.filter(({ isRight }) => isRight).length,
    expected: guesses.reduce((sum, { guess }) => sum + guess, 0),
    answered: attempt.answers.reduce((sum, answer) => sum + (answer === OMITTED ? 0 : 1), 0),
    effort: effortOf(attempt, rapid),
    seconds: rapid.reduce((sum, { place }) => sum + (attempt.seconds[place] as number), 0),
    readingSeconds: rapid.reduce(
      (sum, { place }) => sum + (round.evidence.items[attempt.items[place] as number]?.readingSeconds ?? 0),
      0,
    ),
  }
  const tooFast = finding('too-fast', 'times', attempt, null, facts)
  return p <= settings.rapidRight ? [finding('rapid-right', 'answers', attempt, p, facts), tooFast] : [tooFast]
}

/** How badly a person's times fit the items' lengths, interruptions left out. */
export function misfitOf(
  { times }: PreparedRound,
  attempt: EvidenceAttempt,
): { misfit: number; tail: number; count: number } | null {
  let known = Array.from(ownSeconds(attempt)).flatMap((seconds, place) => {
    const item = attempt.items[place] as number
    const [intensity, deviation] = [times.intensity[item], times.deviation[item]]
    if (!(seconds > 0) || typeof intensity !== 'number' || typeof deviation !== 'number') return []
    return [{ seconds, intensity, deviation }]
  })
  // The largest is taken out first and the pace estimated anew: one long call shifts every other residual.
  while (known.length >= LEAST_FOR_FIT) {
    const fit = timeFit(known)
    const largest = fit.residuals.reduce((best, z, index) => (z > (fit.residuals[best] as number) ? index : best), 0)
    if ((fit.residuals[largest] as number) <= INTERRUPTED)
      return { misfit: fit.misfit, tail: fit.misfitTail, count: known.length }
    known = known.filter((_, index) => index !== largest)
  }
  return null
}

/**
 * Times too alike for a person: the spread of ln T around its mean. Under the lognormal model it is noncentral chi-squared; the central one
 * lies below it, so that the chance told here is never too small.
 */
export function alikeTimes({ times }: PreparedRound, attempt: EvidenceAttempt) {
  const known = Array.from(ownSeconds(attempt)).flatMap((seconds, place) => {
    const deviation = times.deviation[attempt.items[place] as number]
    return seconds > 0 && typeof deviation === 'number' ? [{ seconds, log: Math.log(seconds), deviation }] : []
  })
  if (known.length < LEAST_FOR_FIT) return null
  const mean = known.reduce((sum, { log }) => sum + log, 0) / known.length
  const deviation = Math.sqrt(known.reduce((sum, each) => sum + each.deviation ** 2, 0) / known.length)
  const spread = known.reduce((sum, { log }) => sum + (log - mean) ** 2, 0)
  const tail = 1 - chiSquaredTail(spread / deviation ** 2, known.length - 1)
  const facts = {
    timed: known.length,
    meanSeconds: known.reduce((sum, { seconds }) => sum + seconds, 0) / known.length,
    spread: Math.sqrt(spread / (known.length - 1)),
    usualSpread: deviation,
  }
  return { tail, facts }
}

function finding(
  kind: keyof typeof STATED,
  family: Finding['family'],
  { id }: EvidenceAttempt,
  p: number | null,
  facts: Record<string, unknown>,
): Finding {
  return { kind, family, attemptIds: [id], p, adjustedP: null, falseAlarmRate: STATED[kind], facts }
}
