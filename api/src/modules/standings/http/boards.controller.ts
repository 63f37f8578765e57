import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AccountsService } from '../../identity/index.js'
import { UnitsService } from '../../units/index.js'
import { BoardService } from '../app/board.service.js'
import { TotalBoard } from '../app/total-board.js'

@Controller()
export class BoardsController {
  constructor(
    private readonly boards: BoardService,
    private readonly totals: TotalBoard,
    private readonly accounts: AccountsService,
    private readonly units: UnitsService,
  ) {}

  @Endpoint('board')
  board(@Input() { params }: EndpointInput<'board'>) {
    return this.boards.snapshot(params.roundId)
  }

  @Endpoint('boardByUnit')
  byUnit(@Input() { params }: EndpointInput<'boardByUnit'>) {
    return this.boards.byUnit(params.roundId)
  }

  @Endpoint('publicTotal')
  total(@Input() { params }: EndpointInput<'publicTotal'>) {
    return this.totals.of(params.contestId)
  }

  @Endpoint('myStanding')
  async mine(@Input() { params }: EndpointInput<'myStanding'>, @CurrentActor() actor: Actor) {
    const [standing, account] = await Promise.all([
      this.boards.mine(params.roundId, actor.accountId),
      this.accounts.demand(actor.accountId),
    ])
    const groupId = account.unitId ? await this.units.groupOf(account.unitId) : null
    const group = groupId ? await this.units.find(groupId) : undefined
    return { ...standing, unit: group ? { unitId: group.id, unitName: group.name } : null }
  }
}
