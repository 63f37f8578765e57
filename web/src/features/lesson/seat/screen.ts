import type { Known } from './seat-state'

/** What a seat's phone shows; each is one screen. */
export type Screen =
  | 'lobby'
  /** The place is open or just closed: the item, to be answered or with what became of the answer. */
  | 'item'
  | 'reveal'
  | 'board'
  | 'skipped'
  | 'own-start'
  | 'own-item'
  | 'own-done'
  | 'own-closed'
  | 'podium'
  | 'end'

/** CR-57: which screen follows from what is known. */
export function screenOf({ step, ownPlace, told }: Pick<Known, 'step' | 'ownPlace' | 'told'>): Screen {
  if (step.phase === 'ended') return 'end'
  if (step.phase === 'lobby') return 'lobby'
  if (ownPlace !== null) {
    if (step.phase === 'open')
      return ownPlace === 0 ? 'own-start' : ownPlace > step.placeCount ? 'own-done' : 'own-item'
    // Answers are being gathered; after that everything may be told.
    return step.phase === 'locked' ? 'own-closed' : 'end'
  }
  if (step.phase === 'podium') return 'podium'
  if (step.phase === 'open' || step.phase === 'locked') return 'item'
  if (step.isSkipped) return 'skipped'
  // Where the settings keep the board for later, the class looks at it and the phone goes on showing why.
  return step.phase === 'board' && told?.place === step.place && told.standing !== null ? 'board' : 'reveal'
}
