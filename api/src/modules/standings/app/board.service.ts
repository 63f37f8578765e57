import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { BoardRowData, BoardSnapshotData } from '@thiso/contracts'
import type { ResultPolicy } from '@thiso/contracts/vocab'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { ContestsService, cutoffOf, RoundsService, resultVisibleAt } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { displayName } from '../domain/display-name.js'
import { withRanks } from '../domain/ranks.js'
import { type RankedEntry, StandingStore } from '../infra/standing-store.js'
import { StandingRepository } from '../infra/standing.repository.js'
import { StandingsKeeper } from './standings-keeper.js'

/** How many places the public board shows. */
export const TOP_COUNT = 50
const NEIGHBOURS = 2
/** Below every real version, so that what is shown later counts as newer. */
const HIDDEN_VERSION = 1
/** Everybody who asks within this time gets the same snapshot. */
const SNAPSHOT_MS = 500
const NAMES_LIMIT = 50_000

@Injectable()
export class BoardService {
  private readonly snapshots = new ShortMemory<BoardSnapshotData>(SNAPSHOT_MS)
  private readonly names = new Map<string, { fullName: string; unitName: string }>()

  constructor(
    private readonly store: StandingStore,
    private readonly keeper: StandingsKeeper,
    private readonly repository: StandingRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The top of the board; made at most twice a second a round, however many ask. */
  snapshot(roundId: string): Promise<BoardSnapshotData> {
    return this.snapshots.get(roundId, () => this.freshSnapshot(roundId))
  }

  async freshSnapshot(roundId: string): Promise<BoardSnapshotData> {
    const frozenAt = await this.frozenAt(roundId)
    if (await this.isHidden(roundId))
      return { roundId, version: HIDDEN_VERSION, participantCount: 0, frozenAt, rows: [] }
    // The version first, and only then the rows: it loads a round that is not in the store yet, and rows that are newer than
    // their version are told once more, while older ones would stand until somebody else submits.
    const { boardId, cutoff } = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(boardId)) ?? 0
    const [participantCount, entries] = await Promise.all([
      this.store.size(boardId),
      this.store.range(boardId, 0, TOP_COUNT + 1),
    ])
    const rows = await this.present(roundId, withRanks(entries).slice(0, TOP_COUNT))
    return { roundId, version, participantCount, frozenAt: isoOf(cutoff), rows }
  }

  async versionOf(roundId: string): Promise<number> {
    if (await this.isHidden(roundId)) return HIDDEN_VERSION
    const { boardId } = await this.keeper.ensureLoaded(roundId)
    return (await this.store.version(boardId)) ?? 0
  }

  /** Own place with the neighbours on both sides. */
  async mine(roundId: string, accountId: string) {
    if (await this.isHidden(roundId)) return { version: HIDDEN_VERSION, mine: null, neighbours: [] }
    const { boardId } = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(boardId)) ?? 0
    // People move while it is looked up: the row that is one's own is the one that bears one's id, wherever it stands by then.
    for (let tries = 0; tries < 5; tries++) {
      const found = await this.store.find(boardId, accountId)
      if (!found) break
      // One more on each side, so that ties at the edges are seen; two more below for those who come in above meanwhile.
      const start = Math.max(0, found.index - NEIGHBOURS - 1)
      const entries = await this.store.range(boardId, start, NEIGHBOURS * 2 + 5)
      const at = entries.findIndex((entry) => entry.accountId === accountId)
      if (at < 0) continue
      const from = Math.max(0, at - NEIGHBOURS)
      const wanted = withRanks(entries).slice(from, at + NEIGHBOURS + 1)
      const ranked = await Promise.all(
        wanted.map(async (row) => ({ ...row, rank: (await this.store.countAhead(boardId, row.key)) + 1 })),
      )
      const neighbours = await this.present(roundId, ranked)
      return { version, mine: neighbours[at - from] ?? null, neighbours }
    }
    return { version, mine: null, neighbours: [] }
  }

  async byUnit(roundId: string) {
    if (await this.isHidden(roundId)) return { version: HIDDEN_VERSION, rows: [] }
    const { boardId } = await this.keeper.ensureLoaded(roundId)
    const version = (await this.store.version(boardId)) ?? 0
    const groups = await this.store.groups(boardId)
    const byId = await this.units.byId()
    const rows = groups
      .filter((group) => group.groupId !== '' && group.participantCount > 0)
      .map((group) => ({
        unitId: group.groupId,
        unitName: byId.get(group.groupId)?.name ?? '',
        participantCount: group.participantCount,
        averagePoints: Math.round((group.pointsSum / group.participantCount) * 100) / 100,
        bestPoints: group.bestPoints,
      }))
      .sort(
        (a, b) =>
          b.participantCount - a.participantCount ||
          b.averagePoints - a.averagePoints ||
          a.unitName.localeCompare(b.unitName, 'vi'),
      )
    return { version, rows }
  }

  /** Results were changed otherwise than by the end of an attempt: every process reads the board of this round again. */
  reload(roundId: string): void {
    this.keeper.reload(roundId)
  }

  /** An opaque name of a person on the board of one round: two rounds cannot be joined by it. */
  rowId(roundId: string, accountId: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`row\0${roundId}\0${accountId}`)
      .digest('hex')
      .slice(0, 16)
  }

  private async present(
    roundId: string,
    entries: readonly (RankedEntry & { rank: number; isTied: boolean })[],
  ): Promise<BoardRowData[]> {
    const missing = entries
      .filter((entry) => !this.names.has(`${roundId} ${entry.accountId}`))
      .map((entry) => entry.accountId)
    if (missing.length > 0) await this.loadNames(roundId, missing)
    const { ranking } = (await this.rounds.demand(roundId)).rules
    const showsAttempts = ranking.some(({ by }) => by === 'attempt-count')
    return entries.map(({ accountId, result, rank, isTied }) => {
      const { points, rightCount, timeUsedS, submittedAtMs, attemptCount } = result
      const person = this.names.get(`${roundId} ${accountId}`)
      return {
        rowId: this.rowId(roundId, accountId),
        rank,
        isTied,
        name: person?.fullName ?? '',
        unitName: person?.unitName ?? '',
        points,
        rightCount,
        timeUsedS,
        // To the second, as the ranking reads it at its finest.
        submittedAt: new Date(Math.floor(submittedAtMs / 1000) * 1000).toISOString(),
        ...(showsAttempts ? { attemptCount } : {}),
      }
    })
  }

  private async loadNames(roundId: string, accountIds: readonly string[]): Promise<void> {
    if (this.names.size > NAMES_LIMIT) this.names.clear()
    const { nameDisplay } = await this.contests.demand((await this.rounds.demand(roundId)).contestId)
    for (const { accountId, fullName, unitId } of await this.repository.names(roundId, accountIds))
      this.names.set(`${roundId} ${accountId}`, {
        fullName: displayName(fullName, nameDisplay, this.rowId(roundId, accountId)),
        unitName: (await this.units.fullName(unitId)) ?? '',
      })
  }

  private async frozenAt(roundId: string): Promise<string | null> {
    return isoOf(cutoffOf(await this.rounds.demand(roundId)))
  }

  /**
   * LB-7: a board shows nothing, not even how many took part, while the round's policy still hides results. LB-11: nor while a round
   * with a prediction question goes on, for any place or count would tell something of the number that is to be foreseen.
   * @throws ProblemError ROUND.NOT_FOUND when the round or its contest is not published
   */
  private async isHidden(roundId: string): Promise<boolean> {
    const round = await this.rounds.demand(roundId)
    const contest = await this.contests.demand(round.contestId)
    if (!contest.isPublished || this.rounds.stateOf(round) === 'draft') throw new ProblemError('ROUND.NOT_FOUND')
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
