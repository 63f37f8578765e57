import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Bus } from '../../../platform/live/bus.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { AuditService } from '../../audit/index.js'
import type { ContestEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'

export type ContestIn = Omit<ContestEntity, 'id' | 'createdAt' | 'isPublished'>

/** The notice that a contest changed: its id as text. */
const CONTEST_CHANGED = 'contest.changed'

const REMEMBER_MS = 1_000

@Injectable()
export class ContestsService {
  private readonly remembered = new ShortMemory<ContestEntity>(REMEMBER_MS)

  constructor(
    private readonly contests: ContestRepository,
    private readonly audit: AuditService,
    private readonly bus: Bus,
  ) {
    bus.subscribe(CONTEST_CHANGED, (contestId) => this.remembered.forget(contestId as string))
  }

  async list() {
    const [contests, counts] = await Promise.all([this.contests.contests(), this.contests.counts()])
    return contests.map((contest) => ({
      contest,
      ...(counts.get(contest.id) ?? { roundCount: 0, participantCount: 0 }),
    }))
  }

  /** The contest, at most a second old; at once after a change in this process, or through the bus. */
  async demand(contestId: string): Promise<ContestEntity> {
    return this.remembered.get(contestId, async () => {
      const contest = await this.contests.findContest(contestId)
      if (!contest) throw new ProblemError('CONTEST.NOT_FOUND')
      return contest
    })
  }

  /** The contest that the home page shows: the newest published one. */
  async current(): Promise<ContestEntity | null> {
    return (await this.contests.contests()).find((contest) => contest.isPublished) ?? null
  }

  async create(actorId: string | null, input: ContestIn): Promise<ContestEntity> {
    const id = randomUUID()
    if (!(await this.contests.insertContest({ ...input, id, isPublished: false })))
      throw new ProblemError('CONTEST.SLUG_TAKEN')
    await this.audit.record(actorId, 'contest.created', `contest:${id}`, { slug: input.slug })
    return this.demand(id)
  }

  async update(actorId: string, contestId: string, input: ContestIn): Promise<ContestEntity> {
    await this.demand(contestId)
    if (!(await this.contests.updateContest(contestId, input))) throw new ProblemError('CONTEST.SLUG_TAKEN')
    this.bus.publish(CONTEST_CHANGED, contestId)
    await this.audit.record(actorId, 'contest.updated', `contest:${contestId}`)
    return this.demand(contestId)
  }

  async setPublished(actorId: string | null, contestId: string, isPublished: boolean): Promise<ContestEntity> {
    await this.demand(contestId)
    await this.contests.setPublished(contestId, isPublished)
    this.bus.publish(CONTEST_CHANGED, contestId)
    await this.audit.record(actorId, isPublished ? 'contest.published' : 'contest.unpublished', `contest:${contestId}`)
    return this.demand(contestId)
  }
}
