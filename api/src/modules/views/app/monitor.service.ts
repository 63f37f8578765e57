import { Injectable } from '@nestjs/common'
import { ShortMemory } from '../../../platform/memory/short-memory.js'
import { Incidents } from '../../../platform/metrics/incidents.js'
import { UnitsService } from '../../units/index.js'
import { MonitorRepository } from '../infra/monitor.repository.js'

/** Everybody who watches a round within this time gets the same figures. */
const FRESH_MS = 1_500

@Injectable()
export class MonitorService {
  private readonly known = new ShortMemory<Awaited<ReturnType<MonitorService['read']>>>(FRESH_MS)

  constructor(
    private readonly repository: MonitorRepository,
    private readonly units: UnitsService,
    private readonly incidents: Incidents,
  ) {}

  figures(roundId: string) {
    return this.known.get(roundId, () => this.read(roundId))
  }

  private async read(roundId: string) {
    const [counts, responsesPerSecond, perMinute, byUnit, lastErrors] = await Promise.all([
      this.repository.counts(roundId),
      this.repository.responsesPerSecond(roundId),
      this.repository.perMinute(roundId),
      this.repository.byUnit(roundId),
      this.incidents.last(10),
    ])
    return { ...counts, responsesPerSecond, perMinute, byUnit: await this.group(byUnit), lastErrors }
  }

  private async group(rows: readonly { unitId: string; startedCount: number; submittedCount: number }[]) {
    const byId = await this.units.byId()
    const groups = new Map<string, { unitId: string; unitName: string; startedCount: number; submittedCount: number }>()
    for (const row of rows) {
      const unitId = await this.units.groupOf(row.unitId)
      const group = groups.get(unitId) ?? {
        unitId,
        unitName: byId.get(unitId)?.name ?? '',
        startedCount: 0,
        submittedCount: 0,
      }
      group.startedCount += row.startedCount
      group.submittedCount += row.submittedCount
      groups.set(unitId, group)
    }
    return [...groups.values()].sort(
      (a, b) => b.startedCount - a.startedCount || a.unitName.localeCompare(b.unitName, 'vi'),
    )
  }
}
