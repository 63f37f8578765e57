import type { ApiOutput } from '@thiso/contracts'
import type { AdminRound } from './contest-queries'

type Results = ApiOutput<'results'>

/** What is to be done next with a round, from its draft to its prizes. */
export type NextStep =
  | 'move'
  | 'feed'
  | 'publish'
  | 'wait'
  | 'watch'
  | 'resume'
  | 'ending'
  | 'close'
  | 'rulings'
  | 'draw'
  | 'publishResults'
  | 'complaints'
  | 'prizes'

/**
 * @param isFeasible whether the banks feed the blueprint
 * @param results of a closed round; undefined: not known yet
 * @param now ms since 1970, by the server's clock
 * @returns null while it cannot be said
 */
export function nextStep(
  round: Pick<AdminRound, 'state' | 'closesAt' | 'pausedAt'>,
  isFeasible: boolean,
  results: Results | undefined,
  now: number,
): NextStep | null {
  if (round.state === 'draft') {
    if (Date.parse(round.closesAt) <= now) return 'move'
    return isFeasible ? 'publish' : 'feed'
  }
  if (round.state === 'scheduled') return 'wait'
  if (round.state === 'open') return round.pausedAt ? 'resume' : 'watch'
  if (!results) return null
  if (results.versions.length === 0) {
    const isReady = results.runningCount === 0 && (results.readyAt === null || Date.parse(results.readyAt) <= now)
    return isReady ? 'close' : 'ending'
  }
  if (results.openRulingCount > 0) return 'rulings'
  if (results.publishedAt === null)
    return results.draw.isNeeded && results.draw.drawnAt === null ? 'draw' : 'publishResults'
  return results.openComplaintCount > 0 ? 'complaints' : 'prizes'
}

/** The page of the round where the step is taken; '' when its button stands on the page itself. */
export const STEP_PAGES: Record<NextStep, string> = {
  move: 'sua',
  feed: 'sua',
  publish: '',
  wait: '',
  watch: 'theo-doi',
  resume: 'dong-ho',
  ending: 'theo-doi',
  close: 'ket-qua',
  rulings: 'ket-qua',
  draw: 'ket-qua',
  publishResults: 'ket-qua',
  complaints: 'phuc-khao',
  prizes: 'giai',
}
