import { TOPICS, type Topic } from '@thiso/contracts/vocab'
import { endOfDay } from './schedule.js'

/** One person's answers to one item, of whatever topic the item is of now. */
export interface Answered {
  itemId: string
  topic: Topic
  /** ms since 1970 */
  dueAt: number
  answerCount: number
  rightCount: number
}

export interface TopicProgress {
  topic: Topic
  /** Items that can be practised now, and how many of them were answered, need no answer today, wait for one. */
  itemCount: number
  seenCount: number
  knownCount: number
  dueCount: number
  /** Answers so far, also to items that cannot be practised any more. */
  answeredCount: number
  rightCount: number
}

/**
 * PR-7: how far somebody has come, topic by topic in the order of the word list.
 * @param items that can be practised now
 * @param now ms since 1970; what is due before the end of this day in Viet Nam is not known yet
 */
export function progressOf(
  items: readonly { itemId: string; topic: Topic }[],
  answered: readonly Answered[],
  now: number,
): TopicProgress[] {
  const endOfToday = endOfDay(now)
  const answeredOf = new Map(answered.map((one) => [one.itemId, one]))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return TOPICS.map((topic) => {
    const here = items.filter((item) => item.topic === topic)
    const seen = here.flatMap(({ itemId }) => answeredOf.get(itemId) ?? [])
    const everything = answered.filter((one) => one.topic === topic)
    return {
      topic,
      itemCount: here.length,
      seenCount: seen.length,
      knownCount: seen.filter(({ dueAt }) => dueAt >= endOfToday).length,
      dueCount: seen.filter(({ dueAt }) => dueAt <= now).length,
      answeredCount: sum(everything.map(({ answerCount }) => answerCount)),
      rightCount: sum(everything.map(({ rightCount }) => rightCount)),
    }
  })
}
