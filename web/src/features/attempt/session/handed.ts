import type { PaperData } from './calls'
import { tellOtherTabs } from './other-tabs'
import type { Handed } from './snapshot'

/** Papers on their way from the round's page to the paper's. A file of its own: the round's page needs nothing else of a session. */
const handed = new Map<string, Handed>()

/** A paper that has just been fetched for starting or taking over need not be fetched again. */
export function handPaper(paper: PaperData, origin: Handed['origin']) {
  const { attemptId } = paper.attempt
  if (origin === 'taken over') tellOtherTabs(attemptId)
  handed.set(attemptId, { paper, origin })
}

/** Takes the paper that was handed over; it is handed over once. */
export function takeHanded(attemptId: string): Handed | undefined {
  const found = handed.get(attemptId)
  handed.delete(attemptId)
  return found
}
