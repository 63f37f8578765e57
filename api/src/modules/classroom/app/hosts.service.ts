import { randomBytes, randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Actor } from '../../../platform/http/actor.js'
import { LessonRepository, type LessonRow } from '../infra/lesson.repository.js'
import { RemoteRepository } from '../infra/remote.repository.js'
import type { Mover } from './lesson-conductor.js'
import { hashOf } from './tokens.js'

const CODE_MS = 60_000

/** Who may steer a lesson: its owner, and a second device that the owner paired. */
@Injectable()
export class HostsService {
  constructor(
    private readonly lessons: LessonRepository,
    private readonly remotes: RemoteRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * CR-55: the lesson, if this is its host. A remote steers until the lesson ends; afterwards everything is for its owner alone.
   * @throws ProblemError LESSON.ENDED for a remote after the end, LESSON.NOT_FOUND for a signed-in stranger, LESSON.NOT_HOST for anybody else
   */
  demand(lessonId: string, actor: Actor | null, remoteKey?: string): Promise<{ lesson: LessonRow; by: Mover }> {
    return this.demandShown(lessonId, actor, remoteKey && hashOf(remoteKey))
  }

  /** The same of a device that has shown its key before: whatever was right then is asked again. */
  async demandShown(
    lessonId: string,
    actor: Actor | null,
    keyHash?: string,
  ): Promise<{ lesson: LessonRow; by: Mover }> {
    const lesson = await this.lessons.find(lessonId)
    if (lesson && actor && lesson.ownerId === actor.accountId) return { lesson, by: 'host' }
    if (lesson && keyHash && (await this.remotes.isKeyOf(lessonId, keyHash))) {
      if (lesson.state.phase === 'ended') throw new ProblemError('LESSON.ENDED')
      return { lesson, by: 'remote' }
    }
    throw new ProblemError(actor ? 'LESSON.NOT_FOUND' : 'LESSON.NOT_HOST')
  }

  /** A code for pairing, good for a minute and once. The device that takes it is the remote then; the one before is none any more. */
  async offer(lessonId: string) {
    const code = randomBytes(16).toString('base64url')
    const until = new Date(this.clock.now() + CODE_MS)
    await this.remotes.offer(randomUUID(), lessonId, hashOf(code), until)
    return { code, until }
  }

  /** @throws ProblemError LESSON.REMOTE_GONE */
  async take(code: string): Promise<{ lessonId: string; remoteKey: string }> {
    const remoteKey = randomBytes(24).toString('base64url')
    const lessonId = await this.remotes.take(hashOf(code), hashOf(remoteKey), new Date(this.clock.now()))
    if (!lessonId) throw new ProblemError('LESSON.REMOTE_GONE')
    return { lessonId, remoteKey }
  }
}
