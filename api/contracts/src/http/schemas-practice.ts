import { z } from 'zod'
import { ReviewItem, PaperItem } from './schemas-participant.js'
import { Id, Instant, Topic } from './shapes.js'

/** Practising by topic; mistakes come back later. Items of a round that is open or coming are never here. */

export const practiceSchemas = {
  practice: {
    response: z.object({
      dueCount: z.int(),
      topics: z.array(
        z.object({
          topic: Topic,
          itemCount: z.int(),
          seenCount: z.int(),
          /** Seen and not to be repeated today. */
          knownCount: z.int(),
          dueCount: z.int(),
          answeredCount: z.int(),
          rightCount: z.int(),
        }),
      ),
      /** Items that wait for a round to close. */
      embargoedCount: z.int(),
    }),
  },
  nextPracticeItem: {
    body: z.object({ topic: Topic.optional(), mode: z.enum(['due', 'any']).default('any') }),
    /** `card` names this showing of the item; null when nothing is left to practise. */
    response: z.object({ card: Id.nullable(), item: PaperItem.nullable(), isRepeat: z.boolean() }),
  },
  answerPractice: {
    body: z.object({ card: Id, answer: z.string().max(2_000).nullable() }),
    response: z.object({ review: ReviewItem, nextDueAt: Instant }),
  },
}
