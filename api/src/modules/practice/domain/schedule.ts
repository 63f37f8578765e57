import { type Card, type Grade, fsrs, Rating, State } from 'ts-fsrs'
import { vietnamDay } from '../../../kernel/vietnam-time.js'

/**
 * PR-6: when an item comes back, by FSRS-6 (Free Spaced Repetition Scheduler, open-spaced-repetition, version 6 with its published
 * default parameters; the formulas are those of the package ts-fsrs 5.4). Items are to be remembered with a chance of 90 %, no interval is
 * longer than a year, nothing is left to chance. One short step stands before the first interval of days and after every mistake.
 */
const STEP = '10m'
const LONGEST_DAYS = 365
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: LONGEST_DAYS,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [STEP],
  relearning_steps: [STEP],
})

/** What is known of one person's memory of one item. */
export interface Memory {
  /** learning, relearning: a mistake that comes back today; review: comes back after days. */
  state: 'learning' | 'review' | 'relearning'
  /** FSRS: days after which the chance to remember has fallen to 90 %. */
  stability: number
  /** FSRS: 1 to 10. */
  difficulty: number
  answerCount: number
  /** How often it was forgotten after it had been known. */
  lapseCount: number
  /** Viet Nam's day of the last answer, ISO: FSRS counts in days. */
  lastDay: string
}

export type Verdict = 'right' | 'partly' | 'wrong'

/** @param share of the item's points gained, 0 to 1; blank gains 0 */
export function verdictOf(share: number): Verdict {
  if (share >= 1) return 'right'
  return share > 0 ? 'partly' : 'wrong'
}

const GRADES = { right: Rating.Good, partly: Rating.Hard, wrong: Rating.Again } as const satisfies Record<
  Verdict,
  Grade
>
const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const
const DAY_MS = 86_400_000
/** Half right, before the first interval of days: one and a half steps. */
const LONGEST_STEP_MS = 15 * 60_000

/**
 * PR-6: the memory after an answer, and when the item is due again: a mistake after minutes, anything else after whole days, from the
 * beginning of that day in Viet Nam on, so that whoever practises a little earlier in the day meets it all the same.
 * @param before null for the first answer
 * @param at when it was answered, ms since 1970; a clock that goes back over midnight counts as the same day
 * @returns `dueAt` in ms since 1970, later than `at`
 */
export function afterAnswer(before: Memory | null, verdict: Verdict, at: number): { memory: Memory; dueAt: number } {
  const today = vietnamDay(at)
  const day = before !== null && before.lastDay > today ? before.lastDay : today
  // Midnight in UTC stands for Viet Nam's day: the scheduler counts days by UTC.
  const midnight = new Date(`${day}T00:00:00Z`)
  const { card } = scheduler.next(cardOf(before, midnight), midnight, GRADES[verdict])
  const memory: Memory = {
    state: card.state === State.Review ? 'review' : card.state === State.Relearning ? 'relearning' : 'learning',
    stability: card.stability,
    difficulty: card.difficulty,
    answerCount: card.reps,
    lapseCount: card.lapses,
    lastDay: day,
  }
  if (card.scheduled_days === 0) return { memory, dueAt: at + (card.due.getTime() - midnight.getTime()) }
  // Shortly before midnight the next day is nearer than the longest step of minutes: what was known better never comes back sooner.
  // To keep better answers apart the scheduler may go a day beyond its own longest interval.
  const days = Math.min(card.scheduled_days, LONGEST_DAYS)
  return { memory, dueAt: Math.max(startOfDay(day) + days * DAY_MS, at + LONGEST_STEP_MS) }
}

/** Is the item a mistake that waits to be made good? */
export function isMistake(memory: Pick<Memory, 'state'>): boolean {
  return memory.state !== 'review'
}

/** The moment at which Viet Nam's day of `at` ends, ms since 1970. */
export function endOfDay(at: number): number {
  return startOfDay(vietnamDay(at)) + DAY_MS
}

const startOfDay = (day: string) => Date.parse(`${day}T00:00:00+07:00`)

function cardOf(before: Memory | null, midnight: Date): Card {
  const last = before ? new Date(`${before.lastDay}T00:00:00Z`) : undefined
  return {
    due: last ?? midnight,
    stability: before?.stability ?? 0,
    difficulty: before?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
    reps: before?.answerCount ?? 0,
    lapses: before?.lapseCount ?? 0,
    state: before ? STATES[before.state] : State.New,
    ...(last ? { last_review: last } : {}),
  }
}
