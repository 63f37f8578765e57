import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import { Bus } from '../../../platform/live/bus.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { AuditService } from '../../audit/index.js'
import { settingChanges } from '@thiso/contracts/vocab'
import type { ContestEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { RuleChecksService } from './rule-checks.service.js'

export type ContestIn = Omit<ContestEntity, 'id' | 'createdAt' | 'isPublished'>

/** The notice that a contest changed: its id as text. */
export const CONTEST_CHANGED = 'contest.changed'

const REMEMBER_MS = 1_000

@Injectable()
export class ContestsService {
  private readonly remembered = new ShortMemory<ContestEntity>(REMEMBER_MS)

  constructor(
    private readonly contests: ContestRepository,
    private readonly checks: RuleChecksService,
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

  /** @throws ProblemError CONTEST.NOT_FOUND, also for one that is not published */
  async demandPublic(slug: string): Promise<ContestEntity> {
    const contest = (await this.contests.contests()).find((other) => other.slug === slug && other.isPublished)
    if (!contest) throw new ProblemError('CONTEST.NOT_FOUND')
    return contest
  }

  /** For pages of a round: @throws ProblemError ROUND.NOT_FOUND when its contest is not published */
  async demandPublished(contestId: string): Promise<ContestEntity> {
    const contest = await this.demand(contestId)
    if (!contest.isPublished) throw new ProblemError('ROUND.NOT_FOUND')
    return contest
  }

  /** The contest that the home page shows: the newest published one. */
  async current(): Promise<ContestEntity | null> {
    return (await this.contests.contests()).find((contest) => contest.isPublished) ?? null
  }

  async create(actorId: string | null, input: ContestIn): Promise<ContestEntity> {
    await this.checks.demandContest(null, input)
    const id = randomUUID()
    const isFree = await this.contests.insertContest({ ...input, id, isPublished: false }, (manager) =>
      this.audit.record(actorId, 'contest.created', `contest:${id}`, { slug: input.slug }, manager),
    )
    if (!isFree) throw new ProblemError('CONTEST.SLUG_TAKEN')
    return this.demand(id)
  }

  /**
   * Leaves alone whether it is published: somebody may be changing just that.
   * @throws ProblemError ROUND.AMENDMENT_NEEDED when rules or prizes would change although somebody has started (AM-1)
   */
  async update(actorId: string, contestId: string, input: ContestIn): Promise<ContestEntity> {
    const outcome = await this.contests.changeContest(contestId, async (contest, hasAttempts, manager) => {
      const changes = settingChanges(
        { rules: contest.rules, prizes: contest.prizes },
        { rules: input.rules, prizes: input.prizes },
      )
      if (changes.length > 0) await this.checks.demandContest(contestId, input)
      if (hasAttempts && changes.length > 0)
        throw new ProblemError('ROUND.AMENDMENT_NEEDED', undefined, changes.map(amendmentField))
      await this.audit.record(actorId, 'contest.updated', `contest:${contestId}`, {}, manager)
      return input
    })
    if (outcome === 'missing') throw new ProblemError('CONTEST.NOT_FOUND')
    if (outcome === 'slug_taken') throw new ProblemError('CONTEST.SLUG_TAKEN')
    this.bus.publish(CONTEST_CHANGED, contestId)
    return this.demand(contestId)
  }

  async setPublished(actorId: string | null, contestId: string, isPublished: boolean): Promise<ContestEntity> {
    const outcome = await this.contests.changeContest(contestId, async (_, _hasAttempts, manager) => {
      const act = isPublished ? 'contest.published' : 'contest.unpublished'
      await this.audit.record(actorId, act, `contest:${contestId}`, {}, manager)
      return { isPublished }
    })
    if (outcome === 'missing') throw new ProblemError('CONTEST.NOT_FOUND')
    this.bus.publish(CONTEST_CHANGED, contestId)
    return this.demand(contestId)
  }
}

/** A field that only an amendment changes. */
export function amendmentField({ path }: { path: string }) {
  return {
    path,
    code: 'amendment_needed',
    messages: { vi: 'Chỉ đổi được bằng đề nghị sửa thể lệ.', en: 'Changes only by an amendment.' },
  }
}
