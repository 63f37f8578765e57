import { Injectable } from '@nestjs/common'
import type { BoardRowData, BoardSnapshotData } from '@thiso/contracts'
import { Bus } from '../../../platform/live/bus.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import type { RoundEntity } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { withTies } from '../domain/final-places.js'
import { type UnitSum, unitRows } from '../domain/unit-order.js'
import { BoardNames } from './board-names.js'
import { finalTops, namedTables, presentFinalRow, presentVersion } from './final-tops.js'
import { FinalResults, type FinalRow, type FinalTable, type FinalVersion, RESULTS_CHANGED } from './final-results.js'

const NEIGHBOURS = 2
/** How old the knowledge may be which version is the newest; as old as that of the round itself. */
const NEWEST_MS = 1_000
/** Of a version, which never changes; so long so that what nobody looks at any more is read again, not kept. */
const VERSION_MS = 60_000
/**
 * LB-5: board versions go on growing when final results take the place of the live board, whose versions began at the clock and grow by
 * one with each change: also where the clocks of processes differ.
 */
const AHEAD_MS = 3_600_000

/** A round with the version that its board shows. */
export interface FinalBoardOf {
  round: RoundEntity
  version: FinalVersion
}

/** LB-12: the board of final results, read from the newest published version. */
@Injectable()
export class FinalBoard {
  private readonly newest = new ShortMemory<FinalVersion | null>(NEWEST_MS)
  private readonly tables = new ShortMemory<FinalTable[]>(VERSION_MS)
  private readonly unitSums = new ShortMemory<UnitSum[]>(VERSION_MS)

  constructor(
    private readonly results: FinalResults,
    private readonly names: BoardNames,
    private readonly units: UnitsService,
    bus: Bus,
  ) {
    bus.subscribe(RESULTS_CHANGED, (roundId) => this.newest.forget(roundId as string))
  }

  /** What the board of a round shows; null while nothing is published. */
  async of(round: RoundEntity): Promise<FinalBoardOf | null> {
    if (!round.resultsPublishedAt) return null
    const version = await this.newest.get(round.id, () => this.results.source.newest(round.id))
    return version && { round, version }
  }

  boardVersion({ round, version }: FinalBoardOf): number {
    return (round.resultsPublishedAt?.getTime() ?? 0) + AHEAD_MS + version.number
  }

  async snapshot(of: FinalBoardOf): Promise<BoardSnapshotData> {
    const { round, version } = of
    const tables = await this.tablesOf(version)
    const named = namedTables(tables)
    const rows = await finalTops(this.results.source, version.id, tables)
    return {
      roundId: round.id,
      version: this.boardVersion(of),
      participantCount: version.rankedCount,
      frozenAt: null,
      final: presentVersion(version),
      ...(named.length > 0 ? { tables: named } : {}),
      rows: await this.present(of, rows),
    }
  }

  /** Own place with the neighbours on both sides, within the table; or why there is none. */
  async mine(of: FinalBoardOf, accountId: string) {
    const none = { version: this.boardVersion(of), mine: null, neighbours: [] as BoardRowData[] }
    const own = await this.results.source.find(of.version.id, accountId)
    if (!own) return { ...none, unrankedReason: null }
    if (own.rank === null) return { ...none, unrankedReason: own.unrankedReason }
    const table = (await this.tablesOf(of.version)).find(({ code }) => code === own.table)
    const [first, count] = table ? [table.firstNo, table.rankedCount] : [own.orderNo, 1]
    // One more on each side, so that shared places at the edges are seen.
    const from = Math.max(first, own.orderNo - NEIGHBOURS - 1)
    const end = Math.min(first + count, own.orderNo + NEIGHBOURS + 2)
    const around = withTies(await this.results.source.rows(of.version.id, [{ from, count: end - from }]))
    const near = around.filter(({ orderNo }) => Math.abs(orderNo - own.orderNo) <= NEIGHBOURS)
    const neighbours = await this.present(of, near)
    const rowId = this.names.rowId(of.round.id, accountId)
    return { ...none, mine: neighbours.find((row) => row.rowId === rowId) ?? null, neighbours, unrankedReason: null }
  }

  async byUnit(of: FinalBoardOf) {
    const sums = await this.unitSums.get(of.version.id, () => this.sumUp(of.version))
    return { version: this.boardVersion(of), rows: unitRows(sums) }
  }

  private tablesOf({ id }: FinalVersion): Promise<FinalTable[]> {
    return this.tables.get(id, () => this.results.source.tables(id))
  }

  private async sumUp({ id }: FinalVersion): Promise<UnitSum[]> {
    const byId = await this.units.byId()
    const groups = new Map<string, UnitSum>()
    for (const { unitId, participantCount, pointsSum, bestPoints } of await this.results.source.units(id)) {
      if (unitId === null) continue
      const groupId = await this.units.groupOf(unitId)
      const group = groups.get(groupId) ?? {
        unitId: groupId,
        unitName: byId.get(groupId)?.name ?? '',
        participantCount: 0,
        pointsSum: 0,
        bestPoints: Number.NEGATIVE_INFINITY,
      }
      group.participantCount += participantCount
      group.pointsSum += pointsSum
      group.bestPoints = Math.max(group.bestPoints, bestPoints)
      groups.set(groupId, group)
    }
    return [...groups.values()]
  }

  private async present(
    { round, version }: FinalBoardOf,
    rows: readonly (FinalRow & { isTied: boolean })[],
  ): Promise<BoardRowData[]> {
    const nameOf = await this.names.of(
      round.id,
      rows.map(({ accountId }) => accountId),
    )
    return Promise.all(
      rows.map(async (row) => ({
        rowId: this.names.rowId(round.id, row.accountId),
        name: nameOf(row.accountId).name,
        unitName: (await this.units.fullName(row.unitId)) ?? '',
        ...presentFinalRow(row, round.rules.ranking, version.isDrawn),
      })),
    )
  }
}
