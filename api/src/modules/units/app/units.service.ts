import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { fold } from '@thiso/contracts/vocab'
import { Bus } from '../../../platform/live/bus.js'
import { AuditService } from '../../audit/index.js'
import { decideUnitImport } from '../domain/unit-import.js'
import { groupOf, isValidOn, subtreeOf, type UnitNode } from '../domain/unit-tree.js'
import { UnitRepository } from '../infra/unit.repository.js'
import { readUnitSheet, unitTemplate } from '../infra/unit-sheet.js'

const CHANGED = 'units.changed'
const CACHE_MS = 60_000

/** The unit trees. A few hundred rows that change once a year: kept in memory, asked again after every change. */
@Injectable()
export class UnitsService {
  private cached: { at: number; byId: Map<string, UnitNode> } | undefined

  constructor(
    private readonly units: UnitRepository,
    private readonly audit: AuditService,
    private readonly bus: Bus,
  ) {
    bus.subscribe(CHANGED, () => {
      this.cached = undefined
    })
  }

  async byId(): Promise<ReadonlyMap<string, UnitNode>> {
    if (!this.cached || performance.now() - this.cached.at > CACHE_MS) {
      const units = await this.units.all()
      this.cached = { at: performance.now(), byId: new Map(units.map((unit) => [unit.id, unit])) }
    }
    return this.cached.byId
  }

  async treeOn(day: string): Promise<UnitNode[]> {
    return [...(await this.byId()).values()]
      .filter((unit) => isValidOn(unit, day))
      .sort((a, b) => a.code.localeCompare(b.code, 'en'))
  }

  async find(unitId: string): Promise<UnitNode | undefined> {
    return (await this.byId()).get(unitId)
  }

  /** The district (the level that boards compare) of a unit. */
  async groupOf(unitId: string): Promise<string> {
    return groupOf(unitId, await this.byId())
  }

  /** The unit's name with that of its district: "Xã Tiên Sơn, Huyện Tiên Phước". */
  async fullName(unitId: string | null): Promise<string | null> {
    if (unitId === null) return null
    const byId = await this.byId()
    const unit = byId.get(unitId)
    if (!unit) return null
    const parent = unit.parentId ? byId.get(unit.parentId) : undefined
    return parent && parent.parentId !== null ? `${unit.name}, ${parent.name}` : unit.name
  }

  async subtreeOf(unitId: string): Promise<Set<string>> {
    return subtreeOf(unitId, [...(await this.byId()).values()])
  }

  personCounts(): Promise<Map<string, number>> {
    return this.units.personCounts()
  }

  /** The empty sheet that an import starts from. */
  template(): Promise<Buffer> {
    return unitTemplate()
  }

  /** Creates or replaces units given by code; used by the seed. Parents come first. */
  async save(units: readonly UnitNode[]): Promise<void> {
    await this.units.saveAll(units)
    this.bus.publish(CHANGED, null)
  }

  /** Reads a sheet and says, row by row, what happens; writes the good rows unless it is only a preview. */
  async importSheet(actorId: string, fileName: string, content: Buffer, isPreview: boolean) {
    const rows = await readUnitSheet(content)
    const existing = await this.units.all()
    const decisions = decideUnitImport(rows, existing, fold)
    if (!isPreview) {
      const idByCode = new Map(existing.map((unit) => [unit.code, unit.id]))
      const wanted = decisions.filter((decision) => decision.action === 'create' || decision.action === 'update')
      for (const { code } of wanted) if (!idByCode.has(code)) idByCode.set(code, randomUUID())
      const writes = wanted.map(({ unit: { parentCode, ...unit } }) => ({
        ...unit,
        id: idByCode.get(unit.code) as string,
        parentId: parentCode ? (idByCode.get(parentCode) ?? null) : null,
      }))
      const counts = { rowCount: rows.length, writtenCount: writes.length }
      await this.units.saveAll(parentsFirst(writes), (manager) =>
        this.audit.record(actorId, 'units.imported', `file:${fileName}`, counts, manager),
      )
      this.bus.publish(CHANGED, null)
    }
    return decisions
  }
}

function parentsFirst(units: readonly UnitNode[]): UnitNode[] {
  const waiting = new Map(units.map((unit) => [unit.id, unit]))
  const ordered: UnitNode[] = []
  const place = (unit: UnitNode) => {
    if (!waiting.delete(unit.id)) return
    const parent = unit.parentId ? waiting.get(unit.parentId) : undefined
    if (parent) place(parent)
    ordered.push(unit)
  }
  for (const unit of units) place(unit)
  return ordered
}
