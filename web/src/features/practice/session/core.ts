import type { ApiOutput } from '@thiso/contracts'
import { outcomeOf, type Outcome } from '@thiso/kit/item/outcome'

type Next = ApiOutput<'nextPracticeItem'>
export type PracticeItem = NonNullable<Next['item']>
export type Review = ApiOutput<'answerPractice'>['review']

/** One showing of an item: answered once, however often the answer is sent. */
export interface Showing {
  card: string
  item: PracticeItem
  isRepeat: boolean
}

/** What is on the screen. */
export type Screen =
  /** Nothing yet; `error` when it could not be fetched. */
  | { at: 'asking'; error: unknown }
  /** 'waiting': the answer did not get through and will be sent again. */
  | { at: 'shown'; showing: Showing; answer: string | null; sending: 'no' | 'yes' | 'waiting' }
  | { at: 'reviewed'; card: string; review: Review; nextDueAt: string; isAsking: boolean; error: unknown }
  /** The server will not take an answer to what was shown; its sentence says why. */
  | { at: 'void'; error: unknown; isAsking: boolean }
  | { at: 'finished' }

export interface Sitting {
  screen: Screen
  /** What became of the answers of this sitting, in their order. */
  outcomes: Outcome[]
}

export type Happening =
  | { type: 'ask' }
  | { type: 'asked'; next: Next }
  | { type: 'askFailed'; error: unknown }
  | { type: 'resume'; showing: Showing; answer: string | null }
  | { type: 'changed'; answer: string | null }
  | { type: 'send'; answer: string | null }
  | { type: 'sendFailed' }
  | { type: 'answered'; card: string; result: ApiOutput<'answerPractice'> }
  | { type: 'refused'; card: string; error: unknown }

export const begun: Sitting = { screen: { at: 'asking', error: null }, outcomes: [] }

/**
 * A sitting after something has happened. What does not fit the screen changes nothing: an answer that comes twice, a change while the
 * answer is on its way, news of an item that is gone.
 */
export function after(sitting: Sitting, happening: Happening): Sitting {
  const { screen } = sitting
  const show = (next: Screen): Sitting => ({ ...sitting, screen: next })
  switch (happening.type) {
    case 'ask':
      if (screen.at === 'reviewed' || screen.at === 'void')
        return show({ ...screen, isAsking: true, error: screenError(screen) })
      return screen.at === 'shown' ? sitting : show({ at: 'asking', error: null })
    case 'asked': {
      if (screen.at === 'shown') return sitting
      const { card, item, isRepeat } = happening.next
      if (card === null || item === null) return show({ at: 'finished' })
      return show({ at: 'shown', showing: { card, item, isRepeat }, answer: null, sending: 'no' })
    }
    case 'askFailed':
      if (screen.at === 'reviewed' || screen.at === 'void')
        return show({ ...screen, isAsking: false, error: happening.error })
      return screen.at === 'asking' ? show({ at: 'asking', error: happening.error }) : sitting
    case 'resume':
      return show({ at: 'shown', showing: happening.showing, answer: happening.answer, sending: 'yes' })
    case 'changed':
      return screen.at === 'shown' && screen.sending === 'no' ? show({ ...screen, answer: happening.answer }) : sitting
    case 'send':
      return screen.at === 'shown' ? show({ ...screen, answer: happening.answer, sending: 'yes' }) : sitting
    case 'sendFailed':
      return screen.at === 'shown' && screen.sending === 'yes' ? show({ ...screen, sending: 'waiting' }) : sitting
    case 'answered': {
      if (screen.at !== 'shown' || screen.showing.card !== happening.card) return sitting
      const { review, nextDueAt } = happening.result
      return {
        screen: { at: 'reviewed', card: happening.card, review, nextDueAt, isAsking: false, error: null },
        outcomes: [...sitting.outcomes, outcomeOf(review)],
      }
    }
    case 'refused':
      if (screen.at !== 'shown' || screen.showing.card !== happening.card) return sitting
      return show({ at: 'void', error: happening.error, isAsking: false })
  }
}

/** A void screen keeps its sentence while the next item is fetched; a review begins without one. */
function screenError(screen: Extract<Screen, { at: 'reviewed' | 'void' }>): unknown {
  return screen.at === 'void' ? screen.error : null
}

const FIRST_MS = 2_000
const LONGEST_MS = 30_000

/** How long to wait before an answer is sent again, in ms. @param failures how often it has failed, 1 and more */
export function resendAfter(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
}
