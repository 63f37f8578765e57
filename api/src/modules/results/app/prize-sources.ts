import { Injectable } from '@nestjs/common'
import type { PrizeHold, PrizeTier, SkipReason } from '@thiso/contracts/vocab'
import type { DrawLine } from '../domain/draw-list.js'
import type { TriedRow } from '../domain/moves.js'

/** The units of a contest as a draw among them sees them. */
export interface UnitsToDraw {
  /** Nothing that they are compared by changes any more by itself. */
  isFinal: boolean
  /** How many wait for a draw to tell who of them gets a prize. */
  tiedCount: number
  /** A line for each unit and measure that prizes name; `unitOf` says whose a code is. */
  entries: Omit<DrawLine, 'n'>[]
}

/** How one prize would go to other people. */
export interface PrizeChange {
  /** null: the running total. */
  roundId: string | null
  tier: PrizeTier
  table: string | null
  reward: { vi: string; en: string }
  people: { accountId: string; before: PrizeHold; after: PrizeHold }[]
  openBefore: number
  openAfter: number
}

export interface PrizeChanges {
  lines: PrizeChange[]
  /** Whom the new order reaches and who gets nothing there all the same, for reasons that did not hold before. */
  skipped: { accountId: string; rank: number; reasons: { reason: SkipReason; note: string | null }[] }[]
  /** The list of winners has signatures that would no longer hold. */
  isSigned: boolean
}

type UnitsSource = (contestId: string) => Promise<UnitsToDraw>
type ChangesSource = (roundId: string, rows: readonly TriedRow[]) => Promise<PrizeChanges>

/** What the module of the prizes, which comes later, tells draws and rulings; it fills this when the process starts. */
@Injectable()
export class PrizeSources {
  private readonly sources: { units?: UnitsSource; changes?: ChangesSource } = {}

  fillUnits(source: UnitsSource): void {
    this.sources.units = source
  }

  fillChanges(source: ChangesSource): void {
    this.sources.changes = source
  }

  async units(contestId: string): Promise<UnitsToDraw> {
    return (await this.sources.units?.(contestId)) ?? { isFinal: false, tiedCount: 0, entries: [] }
  }

  async changes(roundId: string, rows: readonly TriedRow[]): Promise<PrizeChanges> {
    return (await this.sources.changes?.(roundId, rows)) ?? { lines: [], skipped: [], isSigned: false }
  }
}
