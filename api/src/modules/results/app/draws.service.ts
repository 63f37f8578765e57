import { Injectable } from '@nestjs/common'
import type { DrawSource, DrawState } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDateTime, vietnamDay } from '../../../kernel/vietnam-time.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService } from '../../contests/index.js'
import { beaconRandomness, beaconRoundTime, firstBeaconRoundFrom } from '../domain/beacon.js'
import { drawAll, drawList, listRoot } from '../domain/draw-list.js'
import { lotteryNumbers, lotteryRandomness } from '../domain/lottery-words.js'
import { NO_SECRET } from '../domain/verifiable-draw.js'
import { DrawRepository, type DrawScope } from '../infra/draw.repository.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import type { ResultDrawEntity } from '../infra/ruling.entities.js'
import { DrawLists } from './draw-lists.js'
import { PrizeSources, type UnitsToDraw } from './prize-sources.js'
import { needsDraw } from './results.service.js'
import { VersionMaker } from './version-maker.js'

/** Time enough for the list to be seen before the randomness is known. */
const AHEAD_MS = 60_000
/** Evening drawings of lotteries are over by then, in ms after the day began in Viet Nam. */
const LOTTERY_DUE_MS = 19 * 3_600_000

export type SourceIn = { kind: 'beacon'; at: string } | { kind: 'lottery'; name: string; day: string }

/** DW: the draw among equals, step by step: commitment, list and source, what the source said, outcome. */
@Injectable()
export class DrawsService {
  constructor(
    private readonly draws: DrawRepository,
    private readonly versions: ResultVersionsRepository,
    private readonly maker: VersionMaker,
    private readonly lists: DrawLists,
    private readonly prizes: PrizeSources,
    private readonly contests: ContestsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  find(scopeId: string): Promise<ResultDrawEntity | null> {
    return this.draws.find(scopeId)
  }

  /** DW-8: publishes the list and its root together with the future moment whose randomness will decide. */
  async name(actorId: string, scopeId: string, input: SourceIn): Promise<ResultDrawEntity> {
    const source = this.sourceOf(input)
    const subject = await this.lists.subjectOf(scopeId)
    const units = subject.kind === 'units' ? await this.prizes.units(subject.contestId) : null
    await this.changing(subject, async (manager, draw) => {
      if (stateOf(draw) !== 'none' && stateOf(draw) !== 'committed') throw new ProblemError('DRAW.WRONG_STATE')
      const { lines, kept } = units ? unitLines(units) : await this.peopleLines(manager, scopeId)
      await this.draws.change(manager, scopeId, {
        ...kept,
        listRoot: listRoot(lines).toString('hex'),
        listCount: lines.length,
        source,
        namedBy: actorId,
        namedAt: new Date(this.clock.now()),
      })
      await this.audit.record(actorId, 'draw.named', `draw:${scopeId}`, { source }, manager)
    })
    return this.demand(scopeId)
  }

  /** DW-9: one person enters what the source said; before it is due the draw waits. The same or another person may enter it anew. */
  async enter(actorId: string, scopeId: string, text: string): Promise<ResultDrawEntity> {
    await this.changing(await this.lists.subjectOf(scopeId), async (manager, draw) => {
      if (!['named', 'entered'].includes(stateOf(draw))) throw new ProblemError('DRAW.WRONG_STATE')
      const { entry } = this.read(draw, text)
      await this.draws.change(manager, scopeId, {
        entry,
        enteredBy: actorId,
        enteredAt: new Date(this.clock.now()),
      })
      await this.audit.record(actorId, 'draw.entered', `draw:${scopeId}`, { entry: text }, manager)
    })
    return this.demand(scopeId)
  }

  /** DW-9: another person enters the same; then the draw is done, the secret revealed, and of people a version made. */
  async confirm(actorId: string, scopeId: string, text: string): Promise<ResultDrawEntity> {
    const subject = await this.lists.subjectOf(scopeId)
    const barred = subject.roundId ? await this.maker.barredOf(subject.roundId) : new Set<string>()
    const contest = await this.contests.demand(subject.contestId)
    await this.changing(subject, async (manager, draw) => {
      if (stateOf(draw) !== 'entered') throw new ProblemError('DRAW.WRONG_STATE')
      if (draw.enteredBy === actorId) throw new ProblemError('DRAW.SECOND_PERSON_NEEDED')
      const { entry, randomness } = this.read(draw, text)
      if (entry !== draw.entry) throw new ProblemError('DRAW.ENTRIES_DIFFER')
      const people = draw.lines ? null : await this.lists.ofPeople(draw.versionId as string, manager)
      const lines = draw.lines ?? people?.lines ?? []
      const outcome = drawAll({ scope: scopeId, secret: draw.secret ?? NO_SECRET, randomness, lines })
      const seed = outcome.seed.toString('hex')
      let drawnVersionId: string | null = null
      if (people) {
        const orders = [...outcome.orderOf].map(([code, order]) => ({
          accountId: people.accountOf.get(code) as string,
          order,
        }))
        const making = { cause: 'draw' as const, reason: null, madeBy: draw.enteredBy, approvedBy: actorId }
        const input = { seed, listRoot: draw.listRoot as string, orders }
        const { version } = subject.roundId
          ? await this.remakeRound(manager, subject.roundId, barred, making, input)
          : await this.maker.makeTotal(manager, contest, making, input)
        drawnVersionId = version.id
      }
      await this.draws.change(manager, scopeId, {
        randomness: randomness.toString('hex'),
        seed,
        confirmedBy: actorId,
        drawnAt: new Date(this.clock.now()),
        drawnVersionId,
      })
      await this.audit.record(actorId, 'draw.confirmed', `draw:${scopeId}`, {}, manager)
    })
    return this.demand(scopeId)
  }

  private async remakeRound(
    manager: Transaction,
    roundId: string,
    barred: ReadonlySet<string>,
    making: Parameters<VersionMaker['makeRound']>[3],
    draw: NonNullable<Parameters<VersionMaker['makeRound']>[4]>,
  ): Promise<{ version: ResultVersionEntity }> {
    const round = await this.versions.lockRound(manager, roundId)
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    return this.maker.makeRound(manager, round, barred, making, draw)
  }

  /** Holds the round or the contest first, as everybody does who makes versions, and then the draw. */
  private async changing(
    { scopeId, kind, contestId, roundId }: DrawScope,
    work: (manager: Transaction, draw: ResultDrawEntity) => Promise<void>,
  ): Promise<void> {
    await this.versions.transaction(async (manager) => {
      if (roundId) await this.versions.lockRound(manager, roundId)
      else await this.versions.lockContest(manager, contestId)
      await work(manager, await this.draws.lock(manager, { scopeId, kind, contestId, roundId }))
    })
  }

  private async peopleLines(manager: Transaction, scopeId: string) {
    const latest = await this.versions.latest(scopeId, manager)
    if (!latest) throw new ProblemError('RESULTS.NOT_CLOSED')
    if (!needsDraw(latest)) throw new ProblemError('DRAW.NOT_NEEDED')
    const { lines } = await this.lists.ofPeople(latest.id, manager)
    return { lines, kept: { versionId: latest.id } }
  }

  private async demand(scopeId: string): Promise<ResultDrawEntity> {
    const draw = await this.draws.find(scopeId)
    if (!draw) throw new ProblemError('DRAW.WRONG_STATE')
    return draw
  }

  private sourceOf(input: SourceIn): DrawSource {
    const now = this.clock.now()
    if (input.kind === 'beacon') {
      const at = Date.parse(input.at)
      if (at < now + AHEAD_MS) throw new ProblemError('DRAW.TOO_SOON')
      const round = firstBeaconRoundFrom(at)
      return { kind: 'beacon', round, dueAt: new Date(beaconRoundTime(round)).toISOString() }
    }
    // Today's drawing may be over already.
    if (input.day <= vietnamDay(now)) throw new ProblemError('DRAW.TOO_SOON')
    const dueAt = new Date(Date.parse(`${input.day}T00:00:00+07:00`) + LOTTERY_DUE_MS).toISOString()
    return { kind: 'lottery', name: input.name, day: input.day, dueAt }
  }

  /** @throws ProblemError when it is not due yet, or is not what such a source says */
  private read({ source }: ResultDrawEntity, text: string): { entry: string; randomness: Buffer } {
    if (!source) throw new ProblemError('DRAW.WRONG_STATE')
    const dueAt = Date.parse(source.dueAt)
    if (this.clock.now() < dueAt) throw new ProblemError('DRAW.NOT_DUE', { at: vietnamDateTime(dueAt) })
    if (source.kind === 'beacon') {
      const entry = text.trim().toLowerCase()
      const randomness = beaconRandomness(source.round, entry)
      if (!randomness) throw new ProblemError('DRAW.WRONG_SIGNATURE', { round: source.round })
      return { entry, randomness }
    }
    const entry = lotteryNumbers(text)
    if (entry === null) throw new ProblemError('DRAW.NOT_NUMBERS')
    return { entry, randomness: lotteryRandomness(source.name, source.day, entry) }
  }
}

function unitLines({ isFinal, tiedCount, entries }: UnitsToDraw) {
  if (!isFinal) throw new ProblemError('DRAW.UNITS_NOT_FINAL')
  if (tiedCount === 0) throw new ProblemError('DRAW.NOT_NEEDED')
  const lines = drawList(entries)
  return { lines, kept: { lines } }
}

/** How far a draw has come. */
export function stateOf(draw: ResultDrawEntity | null): DrawState {
  if (!draw) return 'none'
  if (draw.drawnAt) return 'drawn'
  if (draw.enteredAt) return 'entered'
  if (draw.namedAt) return 'named'
  return draw.commitment ? 'committed' : 'none'
}
