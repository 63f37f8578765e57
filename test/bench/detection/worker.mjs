// @ts-check
// One simulated round after the other: made, searched, held against what was planted. It has no database and no server.
import { parentPort } from 'node:worker_threads'
import { reachesReviewer } from '../../../api/dist/modules/detection/domain/families.js'
import { findSignals } from '../../../api/dist/modules/detection/domain/find-signals.js'
import { THRESHOLDS } from '../../../api/dist/modules/detection/domain/thresholds.js'
import { measure } from '../../../seed/dist/detection/measured.js'
import { simulatedRound } from '../../../seed/dist/detection/planted.js'

parentPort?.on('message', (/** @type {{ index: number, shape: any, plants: any }} */ { index, shape, plants }) => {
  const round = simulatedRound(shape, plants)
  const from = performance.now()
  const { findings, pairCount } = findSignals(round.evidence, THRESHOLDS)
  const searchMs = performance.now() - from
  const measured = measure(round, findings, reachesReviewer(findings))
  parentPort?.postMessage({ index, measured, searchMs, pairCount, attempts: round.evidence.attempts.length })
})
