import type { EvidenceAttempt, Finding, RoundEvidence } from './evidence.js'
import { STATED } from './stated-rates.js'
import type { Thresholds } from './thresholds.js'

/** Fewer attempts than this have no distribution to stand out of. */
const LEAST_ATTEMPTS = 200
/** What takes the eyes off the paper; the rest is kept for reading beside it. */
const AWAY = new Set(['left', 'blurred'])
const RETURNED = new Set(['returned', 'focused'])

/**
 * DT-21: who was away from the page far more than others of the round. A weak signal: it is a rank among the round's own attempts, of which a
 * fixed share stands at the top whatever people did.
 */
export function findAbsence({ attempts }: RoundEvidence, settings: Thresholds): Finding[] {
  if (attempts.length < LEAST_ATTEMPTS) return []
  const all = attempts.map((attempt) => ({ attempt, ...awayOf(attempt) }))
  const byTimes = ranks(all.map(({ times }) => times))
  const byShare = ranks(all.map(({ share }) => share))
  return all.flatMap(({ attempt, times, seconds, share }, index): Finding[] => {
    if (times < settings.leastAwayTimes || seconds < settings.leastAwaySeconds) return []
    // Both must stand out: one long call is one absence, a restless thumb is many short ones.
    const p = Math.max(byTimes[index] as number, byShare[index] as number)
    if (p > settings.awayShare) return []
    return [
      {
        kind: 'away',
        family: 'process',
        attemptIds: [attempt.id],
        p,
        adjustedP: null,
        falseAlarmRate: STATED.away,
        facts: { times, seconds, share, pasted: countOf(attempt, 'pasted'), copied: countOf(attempt, 'copied') },
      },
    ]
  })
}

/** How often and how long somebody was away, and the share of the attempt that was. */
function awayOf({ process: logged, startedAt, submittedAt }: EvidenceAttempt) {
  const times = logged.reduce((sum, { kind, count }) => sum + (AWAY.has(kind) ? count : 0), 0)
  // The duration stands with the going or with the coming back, never with both.
  const seconds = logged.reduce(
    (sum, each) => sum + (AWAY.has(each.kind) || RETURNED.has(each.kind) ? each.seconds : 0),
    0,
  )
  return { times, seconds, share: Math.min(1, (seconds * 1000) / Math.max(1, submittedAt - startedAt)) }
}

function countOf({ process: logged }: EvidenceAttempt, kind: string): number {
  return logged.find((each) => each.kind === kind)?.count ?? 0
}

/** For each value the share of all that are at least as large, itself included. */
function ranks(values: readonly number[]): number[] {
  const ordered = Float64Array.from(values).sort((a, b) => a - b)
  return values.map((value) => {
    let [low, high] = [0, ordered.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ordered[middle] as number) < value) low = middle + 1
      else high = middle
    }
    return (ordered.length - low) / ordered.length
  })
}
