import type { ResultPolicy, RoundRules } from '@thiso/contracts/vocab'

/** PF-5: between two checkpoints of a log, in ms. */
export const CHECKPOINT_MS = 600_000

/**
 * PF-5, PF-7: whether a checkpoint may be due. Of a log that is kept back one is made at fixed moments after the opening, new leaves or
 * not, so that its being there says nothing but the time; of any other as soon as there is something new, and no more often.
 * @param times in ms since 1970
 */
export function isCheckpointDue(
  isLogSealed: boolean,
  times: { opensAt: number; lastAt: number | null; now: number },
): boolean {
  const { opensAt, lastAt, now } = times
  if (!isLogSealed) return lastAt === null || now - lastAt >= CHECKPOINT_MS
  const moment = opensAt + Math.floor((now - opensAt) / CHECKPOINT_MS) * CHECKPOINT_MS
  return moment > opensAt && (lastAt === null || lastAt < moment)
}

/**
 * PF-7: whether size, root and order of a round's log are kept back while the round is open. A leaf's number tells how many have handed
 * in: where that decides a tie (prediction), or the board hides it (results later, a freeze), only promises and the hashes of
 * checkpoints are public until nothing can count any more.
 */
export function isSealed(
  round: { rules: Pick<RoundRules, 'prediction' | 'freezeMinutes'>; resultPolicy: ResultPolicy },
  isOver: boolean,
): boolean {
  return (
    !isOver && (round.rules.prediction !== null || round.rules.freezeMinutes > 0 || round.resultPolicy !== 'at_once')
  )
}
