import { Injectable } from '@nestjs/common'
import type { BoardRowData, BoardSnapshotData } from '@thiso/contracts'
import type { ResultPolicy } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { ContestsService, cutoffOf, type RoundEntity, RoundsService, resultVisibleAt } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { type LiveBoard, tableOf } from '../domain/live-board.js'
import { unitRows } from '../domain/unit-order.js'
import { StandingStore } from '../infra/standing-store.js'
import { BoardNames } from './board-names.js'
import { FinalBoard } from './final-board.js'
import { toTheSecond } from './final-tops.js'
import { type LivePlace, livePlacesAround, liveTops } from './live-places.js'
import { StandingsKeeper } from './standings-keeper.js'

/** Below every real version, so that what is shown later counts as newer. */
const HIDDEN_VERSION = 1
/** Everybody who asks within this time gets the same snapshot. */
const SNAPSHOT_MS = 500

@Injectable()
export class BoardService {
  private readonly snapshots = new ShortMemory<BoardSnapshotData>(SNAPSHOT_MS)

  constructor(
    private readonly store: StandingStore,
    private readonly keeper: StandingsKeeper,
    private readonly final: FinalBoard,
    private readonly names: BoardNames,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /** The top of the board; made at most twice a second a round, however many ask. */
  snapshot(roundId: string): Promise<BoardSnapshotData> {
    return this.snapshots.get(roundId, () => this.freshSnapshot(roundId))
  }

  async freshSnapshot(roundId: string): Promise<BoardSnapshotData> {
    const round = await this.demandPublic(roundId)
    const final = await this.final.of(round)
    if (final) return this.final.snapshot(final)
    if (this.isHidden(round))
      return {
        roundId,
        version: HIDDEN_VERSION,
        participantCount: 0,
        frozenAt: isoOf(cutoffOf(round)),
        final: null,
        rows: [],
      }
    // The version first, and only then the rows: it loads a round that is not in the store yet, and rows that are newer than
    // their version are told once more, while older ones would stand until somebody else submits.
    const board = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(board.boardId)) ?? 0
    const { participantCount, tables, places } = await liveTops(this.store, board)
    const rows = await this.present(round, board, places)
    return {
      roundId,
      version,
      participantCount,
      frozenAt: isoOf(board.cutoff),
      final: null,
      ...(tables ? { tables } : {}),
      rows,
    }
  }

  async versionOf(roundId: string): Promise<number> {
    const round = await this.demandPublic(roundId)
    const final = await this.final.of(round)
    if (final) return this.final.boardVersion(final)
    if (this.isHidden(round)) return HIDDEN_VERSION
    const { boardId } = await this.keeper.ensureLoaded(roundId)
    return (await this.store.version(boardId)) ?? 0
  }

  /** Own place with the neighbours on both sides, within the table. */
  async mine(roundId: string, accountId: string) {
    const round = await this.demandPublic(roundId)
    const final = await this.final.of(round)
    if (final) return this.final.mine(final, accountId)
    const none = { mine: null, neighbours: [] as BoardRowData[], unrankedReason: null }
    if (this.isHidden(round)) return { version: HIDDEN_VERSION, ...none }
    const board = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(board.boardId)) ?? 0
    const neighbours = await this.present(round, board, await livePlacesAround(this.store, board, accountId))
    const rowId = this.names.rowId(roundId, accountId)
    return { ...none, version, mine: neighbours.find((row) => row.rowId === rowId) ?? null, neighbours }
  }

  async byUnit(roundId: string) {
    const round = await this.demandPublic(roundId)
    const final = await this.final.of(round)
    if (final) return this.final.byUnit(final)
    if (this.isHidden(round)) return { version: HIDDEN_VERSION, rows: [] }
    const { boardId } = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(boardId)) ?? 0
    const groups = await this.store.groups(boardId)
    const byId = await this.units.byId()
    const named = groups.map(({ groupId, ...sums }) => ({
      ...sums,
      unitId: groupId,
      unitName: byId.get(groupId)?.name ?? '',
    }))
    return { version, rows: unitRows(named) }
  }

  private async present(
    { id: roundId, rules }: RoundEntity,
    board: LiveBoard,
    entries: readonly LivePlace[],
  ): Promise<BoardRowData[]> {
    const nameOf = await this.names.of(
      roundId,
      entries.map(({ accountId }) => accountId),
    )
    const showsAttempts = rules.ranking.some(({ by }) => by === 'attempt-count')
    return entries.map(({ accountId, key, result, rank, isTied }) => {
      const table = tableOf(board, key)
      const { points, rightCount, timeUsedS, submittedAtMs, attemptCount } = result
      return {
        rowId: this.names.rowId(roundId, accountId),
        rank,
        isTied,
        ...nameOf(accountId),
        points,
        rightCount,
        timeUsedS,
        submittedAt: toTheSecond(submittedAtMs),
        ...(showsAttempts ? { attemptCount } : {}),
        ...(table === null ? {} : { table }),
      }
    })
  }

  /** @throws ProblemError ROUND.NOT_FOUND when the round or its contest is not published */
  private async demandPublic(roundId: string): Promise<RoundEntity> {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    if (!contest.isPublished || this.rounds.stateOf(round) === 'draft') throw new ProblemError('ROUND.NOT_FOUND')
    return round
  }

  /**
   * LB-7: a board shows nothing, not even how many took part, while the round's policy still hides results. LB-11: nor while a round
   * with a prediction question goes on, for any place or count would tell something of the number that is to be foreseen.
   */
  private isHidden(round: RoundEntity): boolean {
    const now = this.clock.now()
    const publishedAt = round.resultsPublishedAt?.getTime() ?? null
    // A policy that waits for the end waits for that of a stopped clock too, whatever the window says.
    const isHiddenBy = (policy: ResultPolicy) =>
      (policy !== 'at_once' && round.pausedAt !== null) ||
      now < resultVisibleAt(policy, now, round.closesAt.getTime(), round.graceMs, publishedAt)
    return isHiddenBy(round.resultPolicy) || (round.rules.prediction !== null && isHiddenBy('after_close'))
  }
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
