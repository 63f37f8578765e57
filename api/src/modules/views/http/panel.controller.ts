import { Controller } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AttemptsService } from '../../attempts/index.js'
import { presentRound, RoundsService } from '../../contests/index.js'
import { AccountsService } from '../../identity/index.js'
import { UnitsService } from '../../units/index.js'
import { MonitorService } from '../app/monitor.service.js'

type FoundPerson = Awaited<ReturnType<AccountsService['search']>>['rows'][number]

/** Pages of the organizers' panel that put several modules together. */
@Controller()
export class PanelController {
  constructor(
    private readonly monitors: MonitorService,
    private readonly rounds: RoundsService,
    private readonly attempts: AttemptsService,
    private readonly accounts: AccountsService,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  @Endpoint('monitor')
  async monitor(@Input() { params }: EndpointInput<'monitor'>) {
    const round = await this.rounds.demand(params.roundId)
    const figures = await this.monitors.figures(round.id)
    return {
      ...figures,
      serverTime: new Date(this.clock.now()).toISOString(),
      round: presentRound(round, this.rounds.stateOf(round)),
      perMinute: figures.perMinute.map((minute) => ({ ...minute, minute: minute.minute.toISOString() })),
      lastErrors: figures.lastErrors.map((error) => ({ ...error, at: error.at.toISOString() })),
    }
  }

  @Endpoint('people')
  async people(@Input() { query }: EndpointInput<'people'>) {
    const { rows, total } = await this.accounts.search(query)
    return { rows: await Promise.all(rows.map((row) => this.present(row))), total, page: query.page, size: query.size }
  }

  @Endpoint('person')
  async person(@Input() { params }: EndpointInput<'person'>) {
    const account = await this.accounts.demand(params.accountId)
    const attempts = await this.attempts.ofPerson(account.id)
    const rounds = new Map(
      (await this.rounds.find([...new Set(attempts.map((attempt) => attempt.roundId))])).map((round) => [
        round.id,
        round,
      ]),
    )
    return {
      person: await this.demandPerson(account.id),
      guardianName: account.guardianName,
      attempts: attempts.map((attempt) => ({
        attemptId: attempt.id,
        roundName: rounds.get(attempt.roundId)?.name ?? { vi: '', en: '' },
        attemptNo: attempt.attemptNo,
        state: attempt.state,
        startedAt: attempt.startedAt.toISOString(),
        submittedAt: attempt.submittedAt?.toISOString() ?? null,
        points: attempt.points,
        timeUsedS: attempt.timeUsedS,
      })),
    }
  }

  @Endpoint('createStaff')
  createStaff(@Input() { body }: EndpointInput<'createStaff'>, @CurrentActor() actor: Actor) {
    return this.accounts.createStaff(actor.accountId, body)
  }

  @Endpoint('resetPassword')
  resetPassword(@Input() { params }: EndpointInput<'resetPassword'>, @CurrentActor() actor: Actor) {
    return this.accounts.resetPassword(actor.accountId, params.accountId)
  }

  @Endpoint('setRole')
  async setRole(@Input() { params, body }: EndpointInput<'setRole'>, @CurrentActor() actor: Actor) {
    await this.accounts.setRole(actor.accountId, params.accountId, body.role, body.reason)
    return this.demandPerson(params.accountId)
  }

  private async demandPerson(accountId: string) {
    const [row] = (await this.accounts.search({ id: accountId, page: 1, size: 1 })).rows
    if (!row) throw new ProblemError('PERSON.NOT_FOUND')
    return this.present(row)
  }

  private async present(row: FoundPerson) {
    const unit = row.unit_id ? await this.units.find(row.unit_id) : undefined
    const parent = unit?.parentId ? await this.units.find(unit.parentId) : undefined
    return {
      id: row.id,
      role: row.role,
      login: row.login,
      fullName: row.full_name,
      birthDate: row.birth_date,
      unitId: row.unit_id,
      unitName: unit?.name ?? null,
      parentUnitName: parent?.name ?? null,
      createdAt: row.created_at.toISOString(),
      attemptCount: row.attempt_count,
    }
  }
}
