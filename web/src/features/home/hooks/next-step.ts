import type { RoundState } from '@thiso/contracts'
import type { MyPartData } from '../../../lib/shapes'

type Action = 'enter' | 'resume' | 'again' | 'result' | 'rules' | 'look'
type Note = 'attemptsLeft' | 'attemptsGone' | 'nextAttempt' | 'running'

interface Step {
  action: Action
  note?: Note
  /** Elsewhere than the round's own page. */
  to?: string | undefined
}

/**
 * What the one button of the card says to this visitor.
 * @param now ms since 1970
 */
export function nextStep(state: RoundState, mine: MyPartData | null, now: number): Step {
  const result = mine?.lastSubmittedAttemptId ? `/ket-qua/${mine.lastSubmittedAttemptId}` : undefined
  if (state === 'scheduled' || state === 'draft') return { action: 'rules' }
  if (mine?.runningAttemptId) return { action: 'resume', note: 'running', to: `/bai/${mine.runningAttemptId}` }
  if (state === 'closed') return result ? { action: 'result', to: result } : { action: 'look' }
  if (!mine || mine.startedCount === 0) return { action: 'enter' }
  // Once the moment has come, what was left before it says nothing any more.
  if (mine.nextAttemptAt !== null)
    return now < Date.parse(mine.nextAttemptAt)
      ? { action: 'result', note: 'nextAttempt', to: result }
      : { action: 'again' }
  if (mine.attemptsLeft === null) return { action: 'again' }
  if (mine.attemptsLeft !== 0) return { action: 'again', note: 'attemptsLeft' }
  return { action: 'result', note: 'attemptsGone', to: result }
}
