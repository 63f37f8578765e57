import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { CollectiveService } from '../app/collective.service.js'
import { PrizePages } from '../app/prize-pages.service.js'

const DONE = { ok: true } as const

/** Winners in public, a winner's own prizes, and the units' prizes. */
@Controller()
export class PrizePagesController {
  constructor(
    private readonly pages: PrizePages,
    private readonly collective: CollectiveService,
  ) {}

  @Endpoint('publicWinners')
  published(@Input() { params }: EndpointInput<'publicWinners'>) {
    return this.pages.published(params.roundId)
  }

  @Endpoint('certificate')
  certificate(@Input() { params }: EndpointInput<'certificate'>, @Req() request: FastifyRequest) {
    return this.pages.certificate(params.code, request.ip)
  }

  @Endpoint('myPrizes')
  mine(@CurrentActor() actor: Actor) {
    return this.pages.mine(actor.accountId)
  }

  @Endpoint('choosePrizeName')
  async chooseName(@Input() { params, body }: EndpointInput<'choosePrizeName'>, @CurrentActor() actor: Actor) {
    await this.pages.chooseName(actor.accountId, params.winnerId, body.choice)
    return DONE
  }

  @Endpoint('collectivePrizes')
  collectivePrizes(@Input() { params }: EndpointInput<'collectivePrizes'>) {
    return this.collective.view(params.contestId)
  }

  @Endpoint('saveCollectivePlan')
  savePlan(@Input() { params, body }: EndpointInput<'saveCollectivePlan'>, @CurrentActor() actor: Actor) {
    return this.collective.savePlan(actor.accountId, params.contestId, body)
  }

  @Endpoint('amendCollectivePlan')
  async amendPlan(@Input() { params, body }: EndpointInput<'amendCollectivePlan'>, @CurrentActor() actor: Actor) {
    await this.collective.amendPlan(actor, params.contestId, body.plan, body.reason)
    return DONE
  }

  @Endpoint('confirmRoster')
  async confirmRoster(@Input() { params, body }: EndpointInput<'confirmRoster'>, @CurrentActor() actor: Actor) {
    await this.collective.confirmRoster(actor.accountId, params.contestId, params.unitId, body)
    return DONE
  }
}
