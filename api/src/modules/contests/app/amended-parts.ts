import { Injectable } from '@nestjs/common'
import type { Transaction } from '../../../platform/db/transaction.js'

/** A setting of contests that a module keeps which comes later. */
export interface AmendedPart {
  read(manager: Transaction, contestId: string): Promise<unknown>
  /** Under the lock of the contest. @throws ProblemError when it cannot be so, or not any more */
  demand(manager: Transaction, contestId: string, value: unknown): Promise<void>
  write(manager: Transaction, contestId: string, value: unknown, savedBy: string): Promise<void>
}

/** AM-1: settings that are amended with a contest and kept elsewhere, by name; each module fills its own when the process starts. */
@Injectable()
export class AmendedParts {
  private readonly parts = new Map<string, AmendedPart>()

  fill(name: string, part: AmendedPart): void {
    this.parts.set(name, part)
  }

  /** @throws Error when nobody keeps it */
  of(name: string): AmendedPart {
    const part = this.parts.get(name)
    if (!part) throw new Error(`nobody keeps ${name} of contests`)
    return part
  }

  /** Those among the settings of an amendment, as [name, value]. */
  among(settings: Record<string, unknown>): [name: string, value: unknown][] {
    return Object.entries(settings).filter(([name]) => this.parts.has(name))
  }
}
