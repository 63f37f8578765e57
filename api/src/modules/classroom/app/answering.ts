import { Injectable } from '@nestjs/common'
import { readAnswer } from '../../contests/index.js'
import { type LessonAnswerOutcome, LessonAnswerWriter } from '../infra/lesson-answer-writer.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { LessonPlay } from './lesson-play.js'

const KEPT = 200
const MOST_WORD = 40

/** Taking answers of seats. What a lesson consists of never changes, so it is read once; whether it takes an answer, the database says. */
@Injectable()
export class Answering {
  private readonly frozen = new Map<string, LessonRow>()

  constructor(
    private readonly lessons: LessonRepository,
    private readonly play: LessonPlay,
    private readonly writer: LessonAnswerWriter,
  ) {}

  /**
   * CR-3: resolves after the commit.
   * @param seat with the hash of the token that the device showed: whoever had the seat before answers for nobody
   * @returns null for a line that is no answer to the place
   */
  async answer(
    { lessonId, number, tokenHash }: { lessonId: string; number: number; tokenHash: string },
    place: number,
    line: string,
    receivedAtMs: number,
  ): Promise<LessonAnswerOutcome | null> {
    const lesson = await this.lesson(lessonId)
    const stored = lesson?.places[place - 1]
    if (!lesson || !stored) return null
    const response = stored.itemVersionId ? await this.read(lesson, place, line) : free(stored.choices.length, line)
    if (response === null || response === undefined) return null
    return this.writer.write({
      lessonId,
      place,
      seat: number,
      tokenHash,
      response: JSON.stringify(response),
      receivedAtMs,
    })
  }

  private async read(lesson: LessonRow, place: number, line: string) {
    const tokens = await this.play.tokens(lesson, place)
    return tokens ? readAnswer(tokens, line) : null
  }

  private async lesson(lessonId: string): Promise<LessonRow | null> {
    const known = this.frozen.get(lessonId)
    if (known) return known
    const lesson = await this.lessons.find(lessonId)
    if (!lesson) return null
    if (this.frozen.size >= KEPT) this.frozen.clear()
    this.frozen.set(lessonId, lesson)
    return lesson
  }
}

/** A poll's choice by its number, or words for a cloud. */
function free(choiceCount: number, line: string): number[] | string | null {
  if (choiceCount > 0) return /^\d{1,2}$/.test(line) && Number(line) < choiceCount ? [Number(line)] : null
  const words = line
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' || [...words].length > MOST_WORD ? null : words
}
