import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { ITEM_RULING_KINDS, type RulingContent, type RulingKind } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Bus } from '../../../platform/live/bus.js'
import { AuditService } from '../../audit/index.js'
import { type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService, RuledItemsService } from '../../item-bank/index.js'
import { NoticesService } from '../../notices/index.js'
import { RESULTS_CHANGED } from '../../standings/index.js'
import { keyFits } from '../domain/key-fits.js'
import type { Move, TriedRow } from '../domain/moves.js'
import { effectiveRulings, type ItemRulings } from '../domain/rulings.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import type { RulingEntity } from '../infra/ruling.entities.js'
import { RulingRepository } from '../infra/ruling.repository.js'
import { type PrizeChange, type PrizeChanges, PrizeSources } from './prize-sources.js'
import { Qualifying } from './qualifying.js'
import { type Making, VersionMaker } from './version-maker.js'

/** Told with the id of a round once a ruling about it has been applied. */
export const RULING_APPLIED = 'results.ruling-applied'

/** What a ruling would do, worked out in full and then undone. */
export interface RulingPreview {
  moves: Move[]
  rankMoveCount: number
  participantCount: number
  prizes: Omit<PrizeChanges, 'lines'> & { lines: (PrizeChange & { roundName: RoundEntity['name'] | null })[] }
}

/** RL: rulings about items and people: proposed by one, looked at, approved by another, applied as one new version. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly rulings: RulingRepository,
    private readonly versions: ResultVersionsRepository,
    private readonly maker: VersionMaker,
    private readonly qualifying: Qualifying,
    private readonly prizes: PrizeSources,
    private readonly items: ItemsService,
    private readonly ruledItems: RuledItemsService,
    private readonly rounds: RoundsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  async list(actorId: string, roundId: string) {
    await this.rounds.demand(roundId)
    const [rulings, pool, held] = await Promise.all([
      this.rulings.list(roundId),
      this.rulings.pool(roundId),
      this.heldOf(roundId),
    ])
    const ids = pool.map(({ itemVersionId }) => itemVersionId)
    const [questions, keys] = await Promise.all([this.items.deliver(ids), this.items.keys(ids)])
    const questionOf = new Map(questions.map((item) => [item.itemVersionId, item.question]))
    const keyOf = new Map(keys.map((item) => [item.itemVersionId, item.key]))
    await this.audit.recordReading(actorId, 'item.keys_read', `round:${roundId}`, { count: ids.length })
    const items = pool.flatMap((item) => {
      const [question, key] = [questionOf.get(item.itemVersionId), keyOf.get(item.itemVersionId)]
      if (!question || !key) return []
      const { stem, options, choices, unit } = question
      return [{ ...item, stem, options, choices, unit, key, held: held.get(item.itemVersionId) ?? null }]
    })
    return { rulings, items, codeOf: new Map(pool.map(({ itemVersionId, code }) => [itemVersionId, code])) }
  }

  /** RL-2: what holds about the items of a round that were ruled about. */
  async heldOf(roundId: string): Promise<ItemRulings> {
    return effectiveRulings(await this.rulings.approvedContents(null, roundId)).items
  }

  /** @throws ProblemError RESULTS.NOT_CLOSED, RULING.UNKNOWN_SUBJECT, RULING.KEY_MISMATCH */
  async propose(actorId: string, roundId: string, content: RulingContent, reason: string): Promise<RulingEntity> {
    await this.rounds.demand(roundId)
    if (!(await this.versions.latest(roundId))) throw new ProblemError('RESULTS.NOT_CLOSED')
    await this.demandSubject(roundId, content)
    const id = randomUUID()
    const ruling = {
      id,
      roundId,
      kind: content.kind,
      itemVersionId: 'itemVersionId' in content ? content.itemVersionId : null,
      key: 'key' in content ? content.key : null,
      accountId: 'accountId' in content ? content.accountId : null,
      attemptId: 'attemptId' in content ? content.attemptId : null,
      reason,
      state: 'proposed' as const,
      proposedBy: actorId,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      versionId: null,
    }
    const detail = { rulingId: id, ...content, reason }
    await this.audit.together(async (manager) => {
      await this.rulings.insert(ruling, manager)
      await this.audit.record(actorId, 'ruling.proposed', `round:${roundId}`, detail, manager)
    })
    return this.demand(id)
  }

  /** RL-4: what it would change; nothing stays of it. */
  async preview(rulingId: string): Promise<RulingPreview> {
    const ruling = await this.demand(rulingId)
    const barred = await this.maker.barredOf(ruling.roundId)
    const round = await this.rounds.demand(ruling.roundId)
    const { version, moves, rows } = await this.versions.rehearse(async (manager) => {
      const fresh = await this.versions.lockRound(manager, round.id)
      if (!fresh) throw new ProblemError('ROUND.NOT_FOUND')
      await this.markApproved(manager, await this.demandOpen(manager, rulingId), null, '')
      const applied = await this.apply(manager, fresh, barred, ruling, null)
      return { ...applied, rows: await this.versions.ranked(manager, applied.version.id) }
    })
    return {
      moves,
      rankMoveCount: moves.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length,
      participantCount: version.participantCount,
      prizes: await this.prizeChanges(round, rows),
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
      await this.noteAtItem(manager, round, ruling)
      if (round.resultsPublishedAt) {
        await this.tell(manager, round, ruling, made.moves)
        await this.qualifying.goOn(manager, made.version, actorId)
      }
      const detail = { rulingId, versionId: made.version.id }
      await this.audit.record(actorId, 'ruling.approved', `round:${known.roundId}`, detail, manager)
      return made.version
    })
    this.bus.publish(RULING_APPLIED, known.roundId)
    if (version.state === 'final') this.bus.publish(RESULTS_CHANGED, known.roundId)
    return { ruling: await this.demand(rulingId), version }
  }

  /** Who is barred, asked before a transaction that will carry out a decision. */
  barredOf(roundId: string): Promise<ReadonlySet<string>> {
    return this.maker.barredOf(roundId)
  }

  /**
   * RL-3: carries out what two people have agreed on elsewhere, in their transaction, as one new version. What they agreed on stands with
   * them; here it is a ruling like any other.
   * @param barred from `barredOf`
   * @throws ProblemError RESULTS.NOT_CLOSED, RESULTS.CREDIT_SINCE; RULING.SECOND_PERSON_NEEDED where the two are one
   */
  async carryOut(
    manager: Transaction,
    barred: ReadonlySet<string>,
    agreed: { roundId: string; content: RulingContent; reason: string; proposedBy: string; approvedBy: string },
  ): Promise<{ rulingId: string; version: ResultVersionEntity }> {
    if (agreed.proposedBy === agreed.approvedBy) throw new ProblemError('RULING.SECOND_PERSON_NEEDED')
    const round = await this.versions.lockRound(manager, agreed.roundId)
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    if (!(await this.versions.latest(round.id, manager))) throw new ProblemError('RESULTS.NOT_CLOSED')
    await this.demandSubject(round.id, agreed.content)
    const id = randomUUID()
    await this.rulings.insert(
      {
        id,
        roundId: round.id,
        kind: agreed.content.kind,
        itemVersionId: null,
        key: null,
        accountId: 'accountId' in agreed.content ? agreed.content.accountId : null,
        attemptId: 'attemptId' in agreed.content ? agreed.content.attemptId : null,
        reason: agreed.reason,
        state: 'proposed',
        proposedBy: agreed.proposedBy,
        decidedBy: null,
        decidedAt: null,
        decisionReason: null,
        versionId: null,
      },
      manager,
    )
    const ruling = await this.demandOpen(manager, id)
    await this.markApproved(manager, ruling, agreed.approvedBy, '')
    const made = await this.apply(manager, round, barred, ruling, agreed.approvedBy)
    await this.rulings.made(manager, id, made.version.id)
    if (round.resultsPublishedAt) {
      await this.tell(manager, round, ruling, made.moves)
      await this.qualifying.goOn(manager, made.version, agreed.approvedBy)
    }
    return { rulingId: id, version: made.version }
  }

  /** Tells everybody who watches, once the transaction of `carryOut` has been committed. */
  announce(roundId: string, version: ResultVersionEntity): void {
    this.bus.publish(RULING_APPLIED, roundId)
    if (version.state === 'final') this.bus.publish(RESULTS_CHANGED, roundId)
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
      await this.audit.record(actorId, `ruling.${state}`, `round:${known.roundId}`, { rulingId, reason }, manager)
    })
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

  async kindsOf(rulingIds: readonly string[]): Promise<Map<string, RulingKind>> {
    return new Map((await this.rulings.findAll(rulingIds)).map(({ id, kind }) => [id, kind]))
  }

  async find(rulingId: string): Promise<RulingEntity | null> {
    return this.rulings.find(rulingId)
  }

  private async prizeChanges(round: RoundEntity, rows: readonly TriedRow[]): Promise<RulingPreview['prizes']> {
    const { lines, ...changes } = await this.prizes.changes(round.id, rows)
    const nameOf = new Map((await this.rounds.listOf(round.contestId)).map(({ id, name }) => [id, name]))
    return { ...changes, lines: lines.map((line) => ({ ...line, roundName: nameOf.get(line.roundId ?? '') ?? null })) }
  }

  private async apply(
    manager: Transaction,
    round: RoundEntity,
    barred: ReadonlySet<string>,
    ruling: RulingEntity,
    approvedBy: string | null,
  ): Promise<{ version: ResultVersionEntity; moves: Move[] }> {
    const making: Making = {
      cause: ruling.itemVersionId === null ? 'exclusion' : 'ruling',
      reason: ruling.reason,
      madeBy: ruling.proposedBy,
      approvedBy,
    }
    const { version, before } = await this.maker.makeRound(manager, round, barred, making)
    return { version, moves: await this.versions.moves(manager, before?.id ?? null, version.id) }
  }

  private async tell(
    manager: Transaction,
    round: RoundEntity,
    ruling: RulingEntity,
    moves: readonly Move[],
  ): Promise<void> {
    const reason = ruling.itemVersionId === null ? null : ruling.reason
    await this.notices.tellEach(
      manager,
      'result-changed',
      moves.map(({ accountId, rankBefore, rankAfter, pointsBefore, pointsAfter }) => ({
        accountId,
        params: { round: round.name, rankBefore, rankAfter, pointsBefore, pointsAfter, reason },
        link: `/dot/${round.id}`,
      })),
    )
  }

  /** IB-17: the bank's item still has the key that did not hold, and its author does not look at results. */
  private async noteAtItem(manager: Transaction, round: RoundEntity, ruling: RulingEntity): Promise<void> {
    const kind = ITEM_RULING_KINDS.find((known) => known === ruling.kind)
    const { itemVersionId, reason } = ruling
    if (!kind || itemVersionId === null) return
    await this.ruledItems.note(manager, itemVersionId, { kind, round: round.name, reason })
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
    if ('attemptId' in content) {
      if (!(await this.rulings.isAttemptOf(roundId, content.attemptId)))
        throw new ProblemError('RULING.UNKNOWN_SUBJECT')
      return
    }
    if (!(await this.rulings.isInPool(roundId, content.itemVersionId))) throw new ProblemError('RULING.UNKNOWN_SUBJECT')
    if (!('key' in content)) return
    const [item] = await this.items.deliver([content.itemVersionId])
    if (!item || !keyFits(content.key, item.question)) throw new ProblemError('RULING.KEY_MISMATCH')
  }
}
