import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { PROOF_HEADER, ProofOfWork } from '../../identity/index.js'
import { AttemptCallers } from '../app/attempt-callers.js'
import { AttemptsService } from '../app/attempts.service.js'
import { PlaceOpener } from '../app/place-opener.js'
import { SafeBrowserService } from '../app/safe-browser.service.js'
import { Starting } from '../app/starting.js'
import { presentPaper, presentReceipt, presentStatus } from './present-attempt.js'

@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly starting: Starting,
    private readonly places: PlaceOpener,
    private readonly callers: AttemptCallers,
    private readonly safeBrowser: SafeBrowserService,
    private readonly proofs: ProofOfWork,
    private readonly clock: Clock,
  ) {}

  @Endpoint('startAttempt')
  async start(
    @Input() { params, body }: EndpointInput<'startAttempt'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.proofs.demand('start', request.ip, request.headers[PROOF_HEADER])
    const paper = await this.starting.start(actor, params.roundId, body.holder, {
      address: request.ip,
      notice: body.notice,
      from: request,
    })
    this.callers.seen(paper.attempt, actor, request.ip)
    return presentPaper(paper, body.holder, this.clock.now())
  }

  @Endpoint('paper')
  paper(
    @Input() { params, query }: EndpointInput<'paper'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    return this.present(actor, params.attemptId, query.holder, request)
  }

  @Endpoint('takeOverAttempt')
  async takeOver(
    @Input() { params, body }: EndpointInput<'takeOverAttempt'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.safeBrowser.demand(params.attemptId, actor, request)
    await this.attempts.takeOver(actor, params.attemptId, body.holder)
    return this.present(actor, params.attemptId, body.holder, request)
  }

  @Endpoint('attemptStatus')
  async status(
    @Input() { params, query }: EndpointInput<'attemptStatus'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    const { attempt, round, lastSeq } = await this.attempts.status(actor, params.attemptId)
    await this.safeBrowser.demandOf(attempt, actor, request)
    this.callers.seen(attempt, actor, request.ip)
    return presentStatus(attempt, round, query.holder, lastSeq, this.clock.now())
  }

  @Endpoint('openPlace')
  async openPlace(
    @Input() { params, body }: EndpointInput<'openPlace'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.safeBrowser.demand(params.attemptId, actor, request)
    const paper = await this.places.open(actor, params.attemptId, body.holder, params.position, body.responses)
    this.callers.seen(paper.attempt, actor, request.ip)
    return presentPaper(paper, body.holder, this.clock.now())
  }

  @Endpoint('submitAttempt')
  async submit(
    @Input() { params, body }: EndpointInput<'submitAttempt'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.safeBrowser.demand(params.attemptId, actor, request)
    const attempt = await this.attempts.submit(actor, params.attemptId, body.holder, body.responses)
    this.callers.seen(attempt, actor, request.ip)
    return presentReceipt(attempt)
  }

  private async present(actor: Actor, attemptId: string, holder: string, request: FastifyRequest) {
    const paper = await this.attempts.paper(actor, attemptId, holder)
    await this.safeBrowser.demandOf(paper.attempt, actor, request)
    this.callers.seen(paper.attempt, actor, request.ip)
    return presentPaper(paper, holder, this.clock.now())
  }
}
