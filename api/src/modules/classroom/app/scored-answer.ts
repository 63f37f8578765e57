import type { AnswerPoints } from '../domain/lesson-points.js'
import type { LessonAnswer } from '../infra/lesson-answers.repository.js'

/** One answer as it was scored. */
export interface ScoredAnswer extends LessonAnswer, AnswerPoints {
  share: number
  isRight: boolean
}
