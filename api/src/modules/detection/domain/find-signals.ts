import type { Findings, RoundEvidence } from './evidence.js'
import { findAccounts } from './find-accounts.js'
import { findFit } from './find-fit.js'
import { driftOf, findLeaks } from './find-leaks.js'
import { findAbsence } from './find-absence.js'
import { findSimilarity } from './find-similarity.js'
import { findTimes } from './find-times.js'
import { prepareRound } from './prepared-round.js'
import type { Thresholds } from './thresholds.js'

/**
 * DT-1: everything that a round's evidence shows beyond chance, family by family. The same evidence and thresholds give the same findings in
 * the same order; no finding names a person, none decides anything.
 */
export function findSignals(evidence: RoundEvidence, settings: Thresholds): Findings {
  const round = prepareRound(evidence)
  const similar = findSimilarity(round, settings)
  const drift = driftOf(round)
  return {
    findings: [
      ...similar.findings,
      ...findFit(round, settings),
      ...findTimes(round, settings),
      ...findAbsence(evidence, settings),
      ...findAccounts(round, settings),
      ...findLeaks(round, drift, settings),
    ],
    pairCount: similar.tested,
    drift,
    models: round.models.map(({ right, wrongShares }) => ({ right, wrongShares })),
  }
}
