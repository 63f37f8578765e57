import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { networkOf } from '../../../platform/live/network-of.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { hashOf } from './tokens.js'

/** The narrowest first: what one address tries is not counted against others once it is refused. */
const BUDGETS = ['pinByAddress', 'pinByBlock', 'pinAnywhere'] as const
const EVERYBODY = 'everybody'

/** CR-55: how devices find a lesson. PINs are short, so whoever tries many is refused; whoever has more than a PIN is not. */
@Injectable()
export class Pins {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly limits: RateLimits,
  ) {}

  /**
   * A lesson by its PIN. Wrong PINs are counted by address, wide enough for a school behind one, and for everybody together. Where there
   * were too many, a right PIN is told as little as a wrong one, except to whoever cannot have guessed it: by the key of the QR code, or
   * from an address from which a seat of the lesson was taken.
   * @throws ProblemError LESSON.PIN_UNKNOWN, REQUEST.TOO_MANY
   */
  async lesson(pin: string, doorKey: string | undefined, address: string): Promise<LessonRow> {
    const lesson = await this.lessons.findByPin(pin)
    // Hashes, since how long it takes to compare these tells nothing.
    if (lesson?.doorKey && doorKey && hashOf(lesson.doorKey) === hashOf(doorKey)) return lesson
    const refusal = await this.refusal(address)
    // Asked also where there is no lesson, so that both take as long.
    const isKnown = await this.limits.knows('seatFrom', seatFrom(lesson?.id ?? 'none', address))
    if (lesson && (isKnown || !refusal)) return lesson
    if (refusal) throw refusal
    for (const budget of BUDGETS) await this.limits.take(budget, budget === 'pinAnywhere' ? EVERYBODY : address)
    throw new ProblemError('LESSON.PIN_UNKNOWN')
  }

  /** A seat was taken: who comes from the same address may type the PIN, whatever others try there. */
  seated(lessonId: string, address: string): Promise<void> {
    return this.limits.remember('seatFrom', seatFrom(lessonId, address))
  }

  private async refusal(address: string): Promise<ProblemError | null> {
    try {
      for (const budget of BUDGETS) await this.limits.look(budget, budget === 'pinAnywhere' ? EVERYBODY : address)
      return null
    } catch (error) {
      if (error instanceof ProblemError) return error
      throw error
    }
  }
}

function seatFrom(lessonId: string, address: string): string {
  return `${lessonId} ${networkOf(address)}`
}
