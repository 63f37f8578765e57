import { Injectable } from '@nestjs/common'
import { fold } from '@thiso/contracts/vocab'
import { RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { ResultRepository, type ResultRow } from '../infra/result.repository.js'

export type NamedRow = ResultRow & { unitName: string; parentUnitName: string | null }

/** Standings as they would be while a round is running; nothing of it is kept. */
@Injectable()
export class RunningStandings {
  constructor(
    private readonly results: ResultRepository,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
  ) {}

  async page(roundId: string, q: string | undefined, page: number, size: number) {
    const round = await this.rounds.demand(roundId)
    const words = q ? fold(q).split(' ').filter(Boolean) : []
    const { rows, total } = await this.results.page(round, words, (page - 1) * size, size)
    return { rows: await this.withUnits(rows), total }
  }

  private async withUnits(rows: readonly ResultRow[]): Promise<NamedRow[]> {
    const byId = await this.units.byId()
    return rows.map((row) => {
      const unit = row.unitId ? byId.get(row.unitId) : undefined
      const parent = unit?.parentId ? byId.get(unit.parentId) : undefined
      return { ...row, unitName: unit?.name ?? '', parentUnitName: parent?.name ?? null }
    })
  }
}
