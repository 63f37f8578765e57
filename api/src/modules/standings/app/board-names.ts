import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { displayName } from '../domain/display-name.js'
import { StandingRepository } from '../infra/standing.repository.js'

export interface BoardName {
  name: string
  /** Of the unit for which the person took part first. */
  unitName: string
}

const NAMES_LIMIT = 50_000
const NOBODY: BoardName = { name: '', unitName: '' }

/** LB-6: what people are called on the board of a round. */
@Injectable()
export class BoardNames {
  private readonly names = new Map<string, BoardName>()

  constructor(
    private readonly repository: StandingRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** An opaque name of a person on the board of one round, or of one total: two cannot be joined by it. */
  rowId(scopeId: string, accountId: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`row\0${scopeId}\0${accountId}`)
      .digest('hex')
      .slice(0, 16)
  }

  /** In the total of a contest: with a code that belongs to no board of a round. */
  async ofTotal(contestId: string, accountIds: readonly string[]): Promise<(accountId: string) => string> {
    const { nameDisplay } = await this.contests.demand(contestId)
    const known = await this.repository.names(contestId, accountIds)
    const names = new Map(
      known.map(({ accountId, fullName }) => [
        accountId,
        displayName(fullName, nameDisplay, this.rowId(contestId, accountId)),
      ]),
    )
    return (accountId) => names.get(accountId) ?? ''
  }

  async of(roundId: string, accountIds: readonly string[]): Promise<(accountId: string) => BoardName> {
    const missing = accountIds.filter((accountId) => !this.names.has(`${roundId} ${accountId}`))
    if (missing.length > 0) await this.load(roundId, missing)
    return (accountId) => this.names.get(`${roundId} ${accountId}`) ?? NOBODY
  }

  private async load(roundId: string, accountIds: readonly string[]): Promise<void> {
    if (this.names.size > NAMES_LIMIT) this.names.clear()
    const { nameDisplay } = await this.contests.demand((await this.rounds.demand(roundId)).contestId)
    for (const { accountId, fullName, unitId } of await this.repository.names(roundId, accountIds))
      this.names.set(`${roundId} ${accountId}`, {
        name: displayName(fullName, nameDisplay, this.rowId(roundId, accountId)),
        unitName: (await this.units.fullName(unitId)) ?? '',
      })
  }
}
