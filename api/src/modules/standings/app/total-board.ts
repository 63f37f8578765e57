import { Injectable } from '@nestjs/common'
import type { ApiOutput } from '@thiso/contracts'
import { ProblemError } from '../../../kernel/problem-error.js'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { type ContestEntity, ContestsService, presentContest, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { BoardNames } from './board-names.js'
import { FinalResults, type FinalVersion } from './final-results.js'
import { finalTops, namedTables, presentFinalRow, presentVersion } from './final-tops.js'

type PublicTotal = ApiOutput<'publicTotal'>

/** How old the page may be; everybody who asks within this time gets the same. */
const FRESH_MS = 1_000

/** RS-13: the public page of a contest's total over its rounds. */
@Injectable()
export class TotalBoard {
  private readonly shown = new ShortMemory<PublicTotal>(FRESH_MS)

  constructor(
    private readonly results: FinalResults,
    private readonly names: BoardNames,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
  ) {}

  /** @throws ProblemError CONTEST.NOT_FOUND when there is no such contest, or it is not published */
  async of(contestId: string): Promise<PublicTotal> {
    const contest = await this.contests.demand(contestId)
    if (!contest.isPublished) throw new ProblemError('CONTEST.NOT_FOUND')
    return this.shown.get(contestId, () => this.read(contest))
  }

  private async read(contest: ContestEntity): Promise<PublicTotal> {
    const version = await this.results.source.newest(contest.id)
    const nothing = { final: null, participantCount: 0, rounds: [], tables: [], rows: [] }
    return { contest: presentContest(contest), ...(version ? await this.readVersion(contest, version) : nothing) }
  }

  private async readVersion(contest: ContestEntity, version: FinalVersion): Promise<Omit<PublicTotal, 'contest'>> {
    const { source } = this.results
    const [tables, parts, rounds] = await Promise.all([
      source.tables(version.id),
      source.parts(version.id),
      this.rounds.listOf(contest.id),
    ])
    const rows = await finalTops(source, version.id, tables)
    const accountIds = rows.map(({ accountId }) => accountId)
    const [nameOf, points] = await Promise.all([
      this.names.ofTotal(contest.id, accountIds),
      source.points(
        parts.map(({ versionId }) => versionId),
        accountIds,
      ),
    ])
    const pointsOf = new Map(points.map((each) => [`${each.versionId} ${each.accountId}`, each.points]))
    const nameOfRound = new Map(rounds.map(({ id, name }) => [id, name]))
    const ranking = contest.rules.total?.ranking ?? []
    return {
      final: presentVersion(version),
      participantCount: version.rankedCount,
      rounds: parts.map(({ roundId, number }) => ({
        roundId,
        name: nameOfRound.get(roundId) ?? { vi: '', en: '' },
        number,
      })),
      tables: namedTables(tables),
      rows: await Promise.all(
        rows.map(async (row) => ({
          rowId: this.names.rowId(contest.id, row.accountId),
          name: nameOf(row.accountId),
          unitName: (await this.units.fullName(row.unitId)) ?? '',
          ...presentFinalRow(row, ranking, version.isDrawn),
          roundPoints: parts.map(({ versionId }) => pointsOf.get(`${versionId} ${row.accountId}`) ?? null),
        })),
      ),
    }
  }
}
