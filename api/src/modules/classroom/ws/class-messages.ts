import type { ClassRefusal, ErrorCode } from '@thiso/contracts'
import { REACTIONS } from '@thiso/contracts/vocab'
import { z } from 'zod'
import { ProblemError } from '../../../kernel/problem-error.js'

/** Half of a sign that takes two: the database would refuse the whole group of answers in which it came. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text)

export const HostRequest = z.object({ lessonId: z.uuid(), remoteKey: z.string().max(64).optional() })
export const SeatRequest = z.object({ token: z.string().min(32).max(64) })
export const AnswerRequest = z.object({
  place: z.int().min(1).max(100),
  answer: z.string().min(1).max(600).refine(isWhole),
})
export const PlaceRequest = z.object({ place: z.int().min(0).max(100) })
export const ReactionRequest = z.object({
  reaction: z
    .int()
    .min(0)
    .max(REACTIONS.length - 1),
})

const MESSAGES_IN_TEN_SECONDS = 60

/** How much one socket has said in the current ten seconds. */
export interface Budget {
  classBudget?: number
  classBudgetUntil?: number
}

/** The message, or why it is not taken: too many of them, or not of the shape that the contract says. */
export function accept<T>(schema: z.ZodType<T>, body: unknown, data: Budget): T | ClassRefusal {
  const now = performance.now()
  if (now > (data.classBudgetUntil ?? 0)) {
    data.classBudgetUntil = now + 10_000
    data.classBudget = MESSAGES_IN_TEN_SECONDS
  }
  data.classBudget = (data.classBudget ?? 0) - 1
  if (data.classBudget < 0) return { refused: 'BUSY' }
  // A client that asks for an acknowledgement sends [payload, callback]; the framework may hand over both.
  const parsed = schema.safeParse(Array.isArray(body) ? body[0] : body)
  return parsed.success ? parsed.data : { refused: 'BAD_REQUEST' }
}

const REFUSALS: Partial<Record<ErrorCode, ClassRefusal['refused']>> = {
  'SEAT.REMOVED': 'REMOVED',
  'LESSON.NOT_HOST': 'NOT_ALLOWED',
  'LESSON.ENDED': 'LATE',
  'LESSON.WRONG_PHASE': 'PAUSED',
}

/** An expected refusal in the words of the sockets; anything else means: try again. */
export async function refusing<T>(
  run: () => Promise<T>,
  unforeseen: (error: unknown) => void,
): Promise<T | ClassRefusal> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      unforeseen(error)
      return { refused: 'BUSY' }
    }
    return { refused: REFUSALS[error.code] ?? 'NOT_FOUND' }
  }
}
