import { Controller } from '@nestjs/common'
import { Clock } from '../../../kernel/clock.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ContestsService } from '../app/contests.service.js'
import { RoundsService } from '../app/rounds.service.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { presentAdminContest, presentAdminRound } from './present-contest.js'

@Controller()
export class ContestsController {
  constructor(
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly clock: Clock,
  ) {}

  @Endpoint('contests')
  async list() {
    const entries = await this.contests.list()
    return {
      contests: entries.map(({ contest, ...counts }) => ({ ...presentAdminContest(contest), ...counts })),
    }
  }

  @Endpoint('createContest')
  async create(@Input() { body }: EndpointInput<'createContest'>, @CurrentActor() actor: Actor) {
    return presentAdminContest(await this.contests.create(actor.accountId, body))
  }

  @Endpoint('contest')
  async contest(@Input() { params }: EndpointInput<'contest'>) {
    const contest = await this.contests.demand(params.contestId)
    const rounds = await this.rounds.listOf(contest.id)
    return {
      serverTime: this.serverTime(),
      contest: presentAdminContest(contest),
      rounds: await Promise.all(rounds.map((round) => this.present(round))),
    }
  }

  @Endpoint('updateContest')
  async update(@Input() { params, body }: EndpointInput<'updateContest'>, @CurrentActor() actor: Actor) {
    return presentAdminContest(await this.contests.update(actor.accountId, params.contestId, body))
  }

  @Endpoint('publishContest')
  async publish(@Input() { params, body }: EndpointInput<'publishContest'>, @CurrentActor() actor: Actor) {
    return presentAdminContest(await this.contests.setPublished(actor.accountId, params.contestId, body.isPublished))
  }

  @Endpoint('createRound')
  async createRound(@Input() { params, body }: EndpointInput<'createRound'>, @CurrentActor() actor: Actor) {
    const contest = await this.contests.demand(params.contestId)
    return this.present(await this.rounds.create(actor.accountId, contest.id, withDates(body)))
  }

  @Endpoint('adminRound')
  async round(@Input() { params }: EndpointInput<'adminRound'>) {
    const round = await this.rounds.demand(params.roundId)
    const [contest, check, presented, drawnOverlap] = await Promise.all([
      this.contests.demand(round.contestId),
      this.rounds.checkOf(round),
      this.present(round),
      this.rounds.drawnOverlap(round),
    ])
    return {
      serverTime: this.serverTime(),
      round: presented,
      contest: presentAdminContest(contest),
      check,
      drawnOverlap,
    }
  }

  @Endpoint('updateRound')
  async updateRound(@Input() { params, body }: EndpointInput<'updateRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.rounds.update(actor.accountId, params.roundId, withDates(body)))
  }

  @Endpoint('deleteRound')
  async deleteRound(@Input() { params }: EndpointInput<'deleteRound'>, @CurrentActor() actor: Actor) {
    await this.rounds.remove(actor.accountId, params.roundId)
    return { ok: true }
  }

  @Endpoint('checkBlueprint')
  checkBlueprint(@Input() { body }: EndpointInput<'checkBlueprint'>) {
    const now = new Date(this.clock.now())
    return this.rounds.check({
      bankIds: body.bankIds,
      blueprint: body.blueprint,
      opensAt: body.opensAt ? new Date(body.opensAt) : now,
      closesAt: body.closesAt ? new Date(body.closesAt) : now,
      tolerance: body.paperTolerance,
      limits: body.drawLimits,
      contestId: body.contestId,
      roundId: body.roundId,
      secret: null,
    })
  }

  @Endpoint('publishRound')
  async publishRound(@Input() { params }: EndpointInput<'publishRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.rounds.publish(actor.accountId, params.roundId))
  }

  @Endpoint('openRound')
  async openRound(@Input() { params }: EndpointInput<'openRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.rounds.open(actor.accountId, params.roundId))
  }

  @Endpoint('revealBoard')
  async reveal(@Input() { params }: EndpointInput<'revealBoard'>, @CurrentActor() actor: Actor) {
    return this.present(await this.rounds.reveal(actor.accountId, params.roundId))
  }

  private async present(round: RoundEntity) {
    return presentAdminRound(round, this.rounds.stateOf(round), await this.rounds.hasAttempts(round.id))
  }

  private serverTime(): string {
    return new Date(this.clock.now()).toISOString()
  }
}

function withDates<T extends { opensAt: string; closesAt: string }>(body: T) {
  return { ...body, opensAt: new Date(body.opensAt), closesAt: new Date(body.closesAt) }
}
