import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { Actor } from '../../../platform/http/actor.js'
import { Bus } from '../../../platform/live/bus.js'
import { AuditService } from '../../audit/index.js'
import { NoticesService } from '../../notices/index.js'
import { UnitsService } from '../../units/index.js'
import {
  changedContest,
  changedRound,
  type ContestAmendment,
  contestTerms,
  namesFor,
  type RoundAmendment,
  roundTerms,
  type Terms,
} from '../domain/amendment.js'
import { isSameJson, type Localized } from '@thiso/contracts/vocab'
import { shownClosesAt, storedClosesAt } from '../domain/round-window.js'
import type { ContestEntity, RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import type { RuleChangeEntity } from '../infra/rule-change.entities.js'
import { RuleChangeRepository } from '../infra/rule-change.repository.js'
import { AmendedParts } from './amended-parts.js'
import { CONTEST_CHANGED } from './contests.service.js'
import { ROUND_CHANGED, RoundsService } from './rounds.service.js'
import { RoundPool } from './round-pool.js'
import { RuleChecksService } from './rule-checks.service.js'

type Author = Pick<Actor, 'accountId' | 'role'>

/** Rules that change although people have taken part: with a reason and a second person, for everybody to see (AM-1 to AM-4). */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly changes: RuleChangeRepository,
    private readonly contests: ContestRepository,
    private readonly rounds: RoundsService,
    private readonly checks: RuleChecksService,
    private readonly parts: AmendedParts,
    private readonly pool: RoundPool,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  listOf(contestId: string) {
    return this.changes.listOf(contestId)
  }

  /** AM-4: the names of everything that the settings of amendments point to. */
  async namesIn(
    contest: Pick<ContestEntity, 'id' | 'rules'>,
    rows: readonly RuleChangeEntity[],
  ): Promise<Record<string, Localized>> {
    const [units, rounds] = await Promise.all([this.units.byId(), this.contests.roundsOf(contest.id)])
    const known = new Map<string, Localized>([
      ...contest.rules.tables.map(({ code, name }): [string, Localized] => [code, name]),
      ...rounds.map(({ id, name }): [string, Localized] => [id, name]),
      ...[...units].map(([id, { name }]): [string, Localized] => [id, { vi: name, en: '' }]),
    ])
    return namesFor(
      rows.flatMap(({ before, after }) => [before, after]),
      known,
    )
  }

  async find(id: string) {
    const found = await this.changes.find(id)
    const row = found && (await this.listOf(found.contestId)).find((other) => other.id === id)
    if (!row) throw new ProblemError('AMENDMENT.NOT_FOUND')
    return row
  }

  /** @throws ProblemError AMENDMENT.NOT_NEEDED, AMENDMENT.CHANGES_NOTHING, AMENDMENT.PENDING, ROUND.RULES_IMPOSSIBLE … */
  async proposeForRound(actor: Author, roundId: string, amendment: RoundAmendment, reason: string) {
    return this.propose(actor, reason, async (manager) => {
      const round = await this.contests.lockRound(manager, roundId)
      if (!round) throw new ProblemError('ROUND.NOT_FOUND')
      if (!(await this.contests.hasAttempts(roundId, manager))) throw new ProblemError('AMENDMENT.NOT_NEEDED')
      const state = this.rounds.stateOf(round)
      if (state === 'closed') throw new ProblemError('ROUND.WRONG_STATE', { state })
      const terms = changedRound(roundTerms(shown(round)), amendment)
      await this.demandRound(round, terms.after)
      return { contestId: round.contestId, roundId, ...terms }
    })
  }

  async proposeForContest(actor: Author, contestId: string, amendment: ContestAmendment, reason: string) {
    return this.propose(actor, reason, async (manager) => {
      const contest = await this.contests.findContest(contestId)
      if (!contest) throw new ProblemError('CONTEST.NOT_FOUND')
      if (!(await this.contests.contestHasAttempts(contestId, manager))) throw new ProblemError('AMENDMENT.NOT_NEEDED')
      const terms = changedContest(contestTerms(contest), amendment)
      await this.checks.demandContest(contestId, { ...contest, ...(terms.after as Partial<ContestEntity>) })
      return { contestId, roundId: null, ...terms }
    })
  }

  /** AM-1: of a setting that another module keeps: the same way, whole. */
  async proposeForPart(actor: Author, contestId: string, name: string, value: unknown, reason: string) {
    return this.propose(actor, reason, async (manager) => {
      if (!(await this.contests.findContest(contestId))) throw new ProblemError('CONTEST.NOT_FOUND')
      if (!(await this.contests.contestHasAttempts(contestId, manager))) throw new ProblemError('AMENDMENT.NOT_NEEDED')
      const part = this.parts.of(name)
      const before = await part.read(manager, contestId)
      if (isSameJson(before, value)) throw new ProblemError('AMENDMENT.CHANGES_NOTHING')
      await part.demand(manager, contestId, value)
      return { contestId, roundId: null, before: { [name]: before }, after: { [name]: value } }
    })
  }

  /**
   * Changes such a setting while nobody has started in the contest, under its lock.
   * @param alongside what belongs to it, in the same transaction
   * @returns false when somebody has: then only an amendment changes it
   */
  async changePart(
    savedBy: string,
    contestId: string,
    name: string,
    value: unknown,
    alongside: (manager: Transaction) => Promise<void>,
  ): Promise<boolean> {
    let isDone = false
    const found = await this.contests.changeContest(contestId, async (_, hasAttempts, manager) => {
      isDone = !hasAttempts
      if (hasAttempts) return {}
      await this.parts.of(name).demand(manager, contestId, value)
      await this.parts.of(name).write(manager, contestId, value, savedBy)
      await alongside(manager)
      return {}
    })
    if (found === 'missing') throw new ProblemError('CONTEST.NOT_FOUND')
    return isDone
  }

  isNeeded(contestId: string): Promise<boolean> {
    return this.contests.contestHasAttempts(contestId)
  }

  /** AM-2: a second person decides, under the lock of what is changed; what is approved holds from that moment. */
  async decide(actor: Author, amendmentId: string, isApproved: boolean) {
    const found = await this.changes.find(amendmentId)
    if (!found) throw new ProblemError('AMENDMENT.NOT_FOUND')
    if (!isApproved)
      await this.changes.transaction(async (manager) => {
        await this.settle(manager, actor, await this.lockWaiting(manager, actor, amendmentId), 'rejected', null)
      })
    else if (found.roundId) await this.approveForRound(actor, found.roundId, amendmentId)
    else await this.approveForContest(actor, found.contestId, amendmentId)
    return this.find(amendmentId)
  }

  /** Whoever proposed it takes it back. */
  async withdraw(actor: Author, amendmentId: string) {
    await this.changes.transaction(async (manager) => {
      const change = await this.changes.lock(manager, amendmentId)
      if (!change) throw new ProblemError('AMENDMENT.NOT_FOUND')
      if (change.state !== 'proposed') throw new ProblemError('AMENDMENT.DECIDED')
      if (change.proposedBy !== actor.accountId) throw new ProblemError('AMENDMENT.NOT_OWN')
      await this.changes.update(manager, amendmentId, { state: 'withdrawn' })
      await this.audit.record(actor.accountId, 'amendment.withdrawn', `amendment:${amendmentId}`, {}, manager)
    })
    return this.find(amendmentId)
  }

  private async propose(
    actor: Author,
    reason: string,
    make: (manager: Transaction) => Promise<Pick<RuleChangeEntity, 'contestId' | 'roundId' | 'before' | 'after'>>,
  ) {
    const id = randomUUID()
    await this.changes.transaction(async (manager) => {
      const change = await make(manager)
      if (Object.keys(change.after).length === 0) throw new ProblemError('AMENDMENT.CHANGES_NOTHING')
      const isFirst = await this.changes.insert(manager, {
        ...change,
        id,
        state: 'proposed',
        reason,
        proposedBy: actor.accountId,
        proposedByRole: actor.role,
      })
      if (!isFirst) throw new ProblemError('AMENDMENT.PENDING')
      await this.audit.record(actor.accountId, 'amendment.proposed', `amendment:${id}`, { reason }, manager)
    })
    return this.find(id)
  }

  private async approveForRound(actor: Author, roundId: string, amendmentId: string): Promise<void> {
    const changed = await this.contests.changeRound(roundId, async (round, _, manager) => {
      const change = await this.lockWaiting(manager, actor, amendmentId)
      if (this.rounds.stateOf(round) === 'closed') throw new ProblemError('AMENDMENT.OUTDATED')
      this.demandUntouched(change, roundTerms(shown(round)))
      await this.demandRound(round, change.after)
      const rulesVersion = round.rulesVersion + 1
      await this.settle(manager, actor, change, 'approved', rulesVersion)
      await this.tell(manager, change, round.name, `/dot/${roundId}`)
      const { closesAt, ...rest } = change.after as Partial<RoundAmendment>
      return {
        change: {
          ...(rest as Partial<RoundEntity>),
          ...(closesAt
            ? { closesAt: new Date(storedClosesAt(Date.parse(closesAt), round.pausedAt?.getTime() ?? null)) }
            : {}),
          rulesVersion,
        },
      }
    })
    if (!changed) throw new ProblemError('ROUND.NOT_FOUND')
    this.bus.publish(ROUND_CHANGED, roundId)
  }

  private async approveForContest(actor: Author, contestId: string, amendmentId: string): Promise<void> {
    await this.contests.changeContest(contestId, async (contest, _, manager) => {
      const change = await this.lockWaiting(manager, actor, amendmentId)
      const parts = this.parts.among(change.after)
      const kept = await Promise.all(
        parts.map(async ([name]) => [name, await this.parts.of(name).read(manager, contestId)] as const),
      )
      this.demandUntouched(change, { ...contestTerms(contest), ...Object.fromEntries(kept) })
      const own = Object.fromEntries(
        Object.entries(change.after).filter(([name]) => !parts.some(([kept]) => kept === name)),
      ) as Partial<ContestEntity>
      if (Object.keys(own).length > 0) await this.checks.demandContest(contestId, { ...contest, ...own })
      for (const [name, value] of parts) {
        await this.parts.of(name).demand(manager, contestId, value)
        await this.parts.of(name).write(manager, contestId, value, change.proposedBy)
      }
      await this.settle(manager, actor, change, 'approved', null)
      await this.tell(manager, change, contest.title, null)
      return own
    })
    this.bus.publish(CONTEST_CHANGED, contestId)
  }

  /** @throws ProblemError AMENDMENT.DECIDED when somebody was faster, AMENDMENT.OWN for its proposer */
  private async lockWaiting(manager: Transaction, actor: Author, amendmentId: string): Promise<RuleChangeEntity> {
    const change = await this.changes.lock(manager, amendmentId)
    if (!change) throw new ProblemError('AMENDMENT.NOT_FOUND')
    if (change.state !== 'proposed') throw new ProblemError('AMENDMENT.DECIDED')
    if (change.proposedBy === actor.accountId) throw new ProblemError('AMENDMENT.OWN')
    return change
  }

  private async settle(
    manager: Transaction,
    actor: Author,
    { id, contestId, roundId }: RuleChangeEntity,
    state: 'approved' | 'rejected',
    rulesVersion: number | null,
  ): Promise<void> {
    const decidedAt = new Date(this.clock.now())
    const decided = { decidedAt, decidedBy: actor.accountId, decidedByRole: actor.role }
    await this.changes.update(manager, id, { state, rulesVersion, ...decided })
    await this.audit.record(actor.accountId, `amendment.${state}`, `amendment:${id}`, { contestId, roundId }, manager)
  }

  private async tell(
    manager: Transaction,
    change: RuleChangeEntity,
    round: { vi: string; en: string },
    link: string | null,
  ): Promise<void> {
    const people = await this.changes.participants(manager, change)
    await this.notices.tell(manager, people, 'rules-amended', { round, reason: change.reason }, link)
  }

  /** Is everything that it changes still as it was when it was proposed? */
  private demandUntouched(change: RuleChangeEntity, now: Terms): void {
    if (Object.entries(change.before).some(([key, value]) => !isSameJson(value, now[key])))
      throw new ProblemError('AMENDMENT.OUTDATED')
  }

  /** The end may only come earlier here, and not in the past; everything must be possible. */
  private async demandRound(round: RoundEntity, after: Terms): Promise<void> {
    const { closesAt, ...rest } = after as Partial<RoundAmendment>
    const before = shown(round).closesAt
    const end = closesAt ? new Date(closesAt) : before
    if (closesAt && (end >= before || end.getTime() <= this.clock.now())) throw new ProblemError('ROUND.WINDOW_INVALID')
    const next = { ...round, ...(rest as Partial<RoundEntity>), closesAt: end }
    if (end.getTime() - next.opensAt.getTime() < next.timeLimitS * 1_000) throw new ProblemError('ROUND.WINDOW_INVALID')
    await this.checks.demandRound(round.contestId, round.id, next, false)
    const { paperTolerance } = next.rules
    if (paperTolerance !== round.rules.paperTolerance) await this.pool.demandWithin(round, paperTolerance)
  }
}

/** The round with the closing time that people see. */
function shown(round: RoundEntity): RoundEntity {
  return { ...round, closesAt: new Date(shownClosesAt(round.closesAt.getTime(), round.pausedAt?.getTime() ?? null)) }
}
