import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AttemptsService } from '../app/attempts.service.js'
import { PlaceOpener } from '../app/place-opener.js'
import { Starting } from '../app/starting.js'
import { presentPaper, presentReceipt, presentStatus } from './present-attempt.js'

@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly starting: Starting,
    private readonly places: PlaceOpener,
    private readonly clock: Clock,
  ) {}

  @Endpoint('startAttempt')
  async start(
    @Input() { params, body }: EndpointInput<'startAttempt'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    const paper = await this.starting.start(actor, params.roundId, body.holder, request.ip)
    return presentPaper(paper, body.holder, this.clock.now())
  }

  @Endpoint('paper')
  paper(@Input() { params, query }: EndpointInput<'paper'>, @CurrentActor() actor: Actor) {
    return this.present(actor, params.attemptId, query.holder)
  }

  @Endpoint('takeOverAttempt')
  async takeOver(@Input() { params, body }: EndpointInput<'takeOverAttempt'>, @CurrentActor() actor: Actor) {
    await this.attempts.takeOver(actor, params.attemptId, body.holder)
    return this.present(actor, params.attemptId, body.holder)
  }

  @Endpoint('attemptStatus')
  async status(@Input() { params, query }: EndpointInput<'attemptStatus'>, @CurrentActor() actor: Actor) {
    const { attempt, round, lastSeq } = await this.attempts.status(actor, params.attemptId)
    return presentStatus(attempt, round, query.holder, lastSeq, this.clock.now())
  }

  @Endpoint('openPlace')
  async openPlace(@Input() { params, body }: EndpointInput<'openPlace'>, @CurrentActor() actor: Actor) {
    const paper = await this.places.open(actor, params.attemptId, body.holder, params.position, body.responses)
    return presentPaper(paper, body.holder, this.clock.now())
  }

  @Endpoint('submitAttempt')
  async submit(@Input() { params, body }: EndpointInput<'submitAttempt'>, @CurrentActor() actor: Actor) {
    return presentReceipt(await this.attempts.submit(actor, params.attemptId, body.holder, body.responses))
  }

  private async present(actor: Actor, attemptId: string, holder: string) {
    return presentPaper(await this.attempts.paper(actor, attemptId, holder), holder, this.clock.now())
  }
}
