import type { RoundState } from '@thiso/contracts'
import type { MyPartData } from '../../../lib/shapes'

type Action = 'enter' | 'resume' | 'again' | 'result' | 'rules' | 'look'
type Note = 'attemptsLeft' | 'attemptsGone' | 'running'

interface Step {
  action: Action
  note?: Note
  /** Elsewhere than the round's own page. */
  to?: string | undefined
}

/** What the one button of the card says to this visitor. */
export function nextStep(state: RoundState, mine: MyPartData | null): Step {
  const result = mine?.lastSubmittedAttemptId ? `/ket-qua/${mine.lastSubmittedAttemptId}` : undefined
  if (state === 'scheduled' || state === 'draft') return { action: 'rules' }
  if (mine?.runningAttemptId) return { action: 'resume', note: 'running', to: `/bai/${mine.runningAttemptId}` }
  if (state === 'closed') return result ? { action: 'result', to: result } : { action: 'look' }
  if (!mine || mine.startedCount === 0) return { action: 'enter' }
  if (mine.nextAttemptAt === null && mine.attemptsLeft === null) return { action: 'again' }
  if (mine.nextAttemptAt === null && mine.attemptsLeft !== 0) return { action: 'again', note: 'attemptsLeft' }
  return { action: 'result', note: 'attemptsGone', to: result }
}
