import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { REACTIONS } from '@thiso/contracts/vocab'
import { LessonRepository } from '../infra/lesson.repository.js'

const TELL_MS = 250

/** Reactions of a class, gathered and told to every process, since its hosts may be on another one. A lost one is lost. */
@Injectable()
export class Reactions implements OnApplicationBootstrap, OnApplicationShutdown {
  private counts = new Map<string, number[]>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly lessons: LessonRepository) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tell(), TELL_MS)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** @param reaction its number in the list */
  count(lessonId: string, reaction: number): void {
    const counts = this.counts.get(lessonId) ?? REACTIONS.map(() => 0)
    counts[reaction] = (counts[reaction] ?? 0) + 1
    this.counts.set(lessonId, counts)
  }

  private tell(): void {
    const { counts } = this
    if (counts.size === 0) return
    this.counts = new Map()
    for (const [lessonId, own] of counts) this.lessons.tellReactions(lessonId, own).catch(() => undefined)
  }
}
