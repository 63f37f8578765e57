import { Injectable } from '@nestjs/common'
import type { RoundEntry } from '@thiso/contracts/vocab'
import type { Transaction } from '../../../platform/db/transaction.js'
import { Bus } from '../../../platform/live/bus.js'
import { Logger } from '../../../platform/metrics/logger.js'
import {
  EntrantsService,
  qualify,
  type QualifyingRow,
  ROUND_CHANGED,
  type RoundEntity,
  RoundsService,
} from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { ResultRowsRepository } from '../infra/result-rows.repository.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'

type QualifiedRound = RoundEntity & { rules: { entry: Extract<RoundEntry, { kind: 'qualified' }> } }

/** EL-8: final results of a round open the rounds that people qualify for in it. */
@Injectable()
export class Qualifying {
  constructor(
    private readonly versions: ResultVersionsRepository,
    private readonly rows: ResultRowsRepository,
    private readonly rounds: RoundsService,
    private readonly entrants: EntrantsService,
    private readonly units: UnitsService,
    private readonly logger: Logger,
    bus: Bus,
  ) {
    // A round may be made, or told another number of people, when the results that it waits for are public already.
    bus.subscribe(ROUND_CHANGED, (roundId) => void this.look(roundId as string))
  }

  /** In the transaction in which a version became final: who goes on from it. */
  async goOn(
    manager: Transaction,
    version: Pick<ResultVersionEntity, 'id' | 'contestId' | 'roundId'>,
    by: string | null,
  ) {
    for (const round of await this.rounds.listOf(version.contestId))
      if (isQualified(round) && round.rules.entry.fromRoundId === version.roundId)
        await this.fill(manager, round, version.id, by)
  }

  private async look(roundId: string): Promise<void> {
    try {
      const [round] = await this.rounds.find([roundId])
      if (!round || !isQualified(round)) return
      const { fromRoundId } = round.rules.entry
      await this.versions.transaction(async (manager) => {
        // A ruling that is being applied comes before or after, not in between.
        await this.versions.lockRound(manager, fromRoundId)
        const final = await this.versions.latestFinal(fromRoundId, manager)
        if (final) await this.fill(manager, round, final.id, null)
      })
    } catch (error) {
      this.logger.warn({ roundId, reason: (error as Error).message }, 'qualifying failed; the next change tries again')
    }
  }

  /** Each table by itself, as it is ranked by itself. */
  private async fill(manager: Transaction, round: QualifiedRound, versionId: string, by: string | null): Promise<void> {
    const { entry, tables } = round.rules
    const byTable = new Map<string | null, QualifyingRow[]>()
    for (const { table, unitId, ...row } of await this.rows.ranked(manager, versionId)) {
      if (table !== null && tables.length > 0 && !tables.includes(table)) continue
      const inGroup = { ...row, unitId: unitId && (await this.units.groupOf(unitId)) }
      const others = byTable.get(table)
      if (others) others.push(inGroup)
      else byTable.set(table, [inGroup])
    }
    const chosen = [...byTable.values()].flatMap((rows) => qualify(rows, entry.by, entry.amount))
    await this.entrants.setQualified(manager, round.id, chosen, { fromRoundId: entry.fromRoundId, addedBy: by })
  }
}

function isQualified(round: RoundEntity): round is QualifiedRound {
  return round.rules.entry.kind === 'qualified'
}
