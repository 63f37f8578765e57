import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { RulingContent } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { NoticesService } from '../../notices/index.js'
import { keyFits } from '../domain/key-fits.js'
import { borderChanges, type Move } from '../domain/moves.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import type { RulingEntity } from '../infra/ruling.entities.js'
import { RulingRepository } from '../infra/ruling.repository.js'
import { Qualifying } from './qualifying.js'
import { type Making, VersionMaker } from './version-maker.js'

/** What a ruling would do, worked out in full and then undone. */
export interface RulingPreview {
  moves: Move[]
  rankMoveCount: number
  participantCount: number
  borders: { table: string | null; prizeCount: number; rising: string[]; falling: string[] }[]
}

/** RL: rulings about items and people: proposed by one, looked at, approved by another, applied as one new version. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly rulings: RulingRepository,
    private readonly versions: ResultVersionsRepository,
    private readonly maker: VersionMaker,
    private readonly qualifying: Qualifying,
    private readonly items: ItemsService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actorId: string, roundId: string) {
    await this.rounds.demand(roundId)
    const [rulings, pool] = await Promise.all([this.rulings.list(roundId), this.rulings.pool(roundId)])
    const ids = pool.map(({ itemVersionId }) => itemVersionId)
    const [questions, keys] = await Promise.all([this.items.deliver(ids), this.items.keys(ids)])
    const questionOf = new Map(questions.map((item) => [item.itemVersionId, item.question]))
    const keyOf = new Map(keys.map((item) => [item.itemVersionId, item.key]))
    await this.audit.record(actorId, 'item.keys_read', `round:${roundId}`, { count: ids.length })
    const items = pool.flatMap((item) => {
      const [question, key] = [questionOf.get(item.itemVersionId), keyOf.get(item.itemVersionId)]
      return question && key ? [{ ...item, stem: question.stem, options: question.options, key }] : []
    })
    return { rulings, items, codeOf: new Map(pool.map(({ itemVersionId, code }) => [itemVersionId, code])) }
  }

  /** @throws ProblemError RESULTS.NOT_CLOSED, RULING.UNKNOWN_SUBJECT, RULING.KEY_MISMATCH */
  async propose(actorId: string, roundId: string, content: RulingContent, reason: string): Promise<RulingEntity> {
    await this.rounds.demand(roundId)
    if (!(await this.versions.latest(roundId))) throw new ProblemError('RESULTS.NOT_CLOSED')
    await this.demandSubject(roundId, content)
    const id = randomUUID()
    await this.rulings.insert({
      id,
      roundId,
      kind: content.kind,
      itemVersionId: 'itemVersionId' in content ? content.itemVersionId : null,
      key: content.kind === 'key' ? content.key : null,
      accountId: 'accountId' in content ? content.accountId : null,
      reason,
      state: 'proposed',
      proposedBy: actorId,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      versionId: null,
    })
    await this.audit.record(actorId, 'ruling.proposed', `round:${roundId}`, { rulingId: id, ...content, reason })
    return this.demand(id)
  }

  /** RL-4: what it would change; nothing stays of it. */
  async preview(rulingId: string): Promise<RulingPreview> {
    const ruling = await this.demand(rulingId)
    const barred = await this.maker.barredOf(ruling.roundId)
    const round = await this.rounds.demand(ruling.roundId)
    const contest = await this.contests.demand(round.contestId)
    const outcome = await this.versions.rehearse(async (manager) => {
      const fresh = await this.versions.lockRound(manager, round.id)
      if (!fresh) throw new ProblemError('ROUND.NOT_FOUND')
      await this.markApproved(manager, await this.demandOpen(manager, rulingId), null, '')
      return this.apply(manager, fresh, barred, ruling, null)
    })
    const moved = outcome.moves.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter)
    const tables = contest.rules.tables.length > 0 ? contest.rules.tables.map(({ code }) => code) : [null]
    return {
      moves: outcome.moves,
      rankMoveCount: moved.length,
      participantCount: outcome.version.participantCount,
      borders: tables.flatMap((table) => {
        const prizes = contest.prizes.filter((prize) => prize.scope === 'round' && prize.table === table)
        const prizeCount = prizes.reduce((sum, { count }) => sum + count, 0)
        if (prizeCount === 0) return []
        const own = moved.filter((move) => table === null || move.table === table)
        return [{ table, prizeCount, ...borderChanges(own, prizeCount) }]
      }),
    }
  }

  /**
   * RL-3: approved by somebody else than proposed it, it is applied as one new version in the same transaction; those who moved are told
   * if they could know their place.
   */
  async approve(actorId: string, rulingId: string, reason: string) {
    const known = await this.demand(rulingId)
    const barred = await this.maker.barredOf(known.roundId)
    const version = await this.versions.transaction(async (manager) => {
      const round = await this.versions.lockRound(manager, known.roundId)
      if (!round) throw new ProblemError('ROUND.NOT_FOUND')
      const ruling = await this.demandOpen(manager, rulingId)
      if (ruling.proposedBy === actorId) throw new ProblemError('RULING.SECOND_PERSON_NEEDED')
      await this.markApproved(manager, ruling, actorId, reason)
      const made = await this.apply(manager, round, barred, ruling, actorId)
      await this.rulings.made(manager, rulingId, made.version.id)
      if (round.resultsPublishedAt) {
        await this.tell(manager, round, made.moves)
        await this.qualifying.goOn(manager, made.version, actorId)
      }
      return made.version
    })
    await this.audit.record(actorId, 'ruling.approved', `round:${known.roundId}`, { rulingId, versionId: version.id })
    return { ruling: await this.demand(rulingId), version }
  }

  /** @param state withdrawn by who proposed it, rejected by anybody with a reason */
  async end(actorId: string, rulingId: string, state: 'rejected' | 'withdrawn', reason: string) {
    const known = await this.demand(rulingId)
    if (state === 'withdrawn' && known.proposedBy !== actorId) throw new ProblemError('RULING.ONLY_OWN')
    if (state === 'rejected' && reason.length < 5) throw new ProblemError('RULING.REASON_NEEDED')
    await this.versions.transaction(async (manager) => {
      await this.demandOpen(manager, rulingId)
      const decidedAt = new Date(this.clock.now())
      await this.rulings.decide(manager, rulingId, { state, decidedBy: actorId, decisionReason: reason, decidedAt })
    })
    await this.audit.record(actorId, `ruling.${state}`, `round:${known.roundId}`, { rulingId, reason })
    return { ruling: await this.demand(rulingId), version: null }
  }

  async openCount(roundId: string): Promise<number> {
    return (await this.rulings.list(roundId)).filter(({ state }) => state === 'proposed').length
  }

  names(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.versions.names(accountIds)
  }

  /** The codes of the items that rulings are about. */
  async codesOf(rulings: readonly RulingEntity[]): Promise<Map<string, string>> {
    const ids = rulings.flatMap(({ itemVersionId }) => itemVersionId ?? [])
    return new Map((await this.items.readVersions(ids)).map(({ version, item }) => [version.id, item.code]))
  }

  async find(rulingId: string): Promise<RulingEntity | null> {
    return this.rulings.find(rulingId)
  }

  private async apply(
    manager: Transaction,
    round: RoundEntity,
    barred: ReadonlySet<string>,
    ruling: RulingEntity,
    approvedBy: string | null,
  ): Promise<{ version: ResultVersionEntity; moves: Move[] }> {
    const making: Making = {
      cause: ruling.accountId ? 'exclusion' : 'ruling',
      reason: ruling.reason,
      madeBy: ruling.proposedBy,
      approvedBy,
    }
    const { version, before } = await this.maker.makeRound(manager, round, barred, making)
    return { version, moves: await this.versions.moves(manager, before?.id ?? null, version.id) }
  }

  private async tell(manager: Transaction, round: RoundEntity, moves: readonly Move[]): Promise<void> {
    await this.notices.tellEach(
      manager,
      'result-changed',
      moves
        .filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter)
        .map(({ accountId, rankBefore, rankAfter }) => ({
          accountId,
          params: { round: round.name, rankBefore, rankAfter },
          link: `/dot/${round.id}`,
        })),
    )
  }

  private async markApproved(manager: Transaction, ruling: RulingEntity, by: string | null, reason: string) {
    await this.rulings.decide(manager, ruling.id, {
      state: 'approved',
      decidedBy: by,
      decisionReason: reason,
      decidedAt: new Date(this.clock.now()),
    })
  }

  private async demandOpen(manager: Transaction, rulingId: string): Promise<RulingEntity> {
    const ruling = await this.rulings.lock(manager, rulingId)
    if (!ruling) throw new ProblemError('RULING.NOT_FOUND')
    if (ruling.state !== 'proposed') throw new ProblemError('RULING.DECIDED')
    return ruling
  }

  private async demand(rulingId: string): Promise<RulingEntity> {
    const ruling = await this.rulings.find(rulingId)
    if (!ruling) throw new ProblemError('RULING.NOT_FOUND')
    return ruling
  }

  private async demandSubject(roundId: string, content: RulingContent): Promise<void> {
    if ('accountId' in content) {
      if (!(await this.rulings.tookPart(roundId, content.accountId))) throw new ProblemError('RULING.UNKNOWN_SUBJECT')
      return
    }
    if (!(await this.rulings.isInPool(roundId, content.itemVersionId))) throw new ProblemError('RULING.UNKNOWN_SUBJECT')
    if (content.kind !== 'key') return
    const [item] = await this.items.deliver([content.itemVersionId])
    if (!item || !keyFits(content.key, item.question)) throw new ProblemError('RULING.KEY_MISMATCH')
  }
}
