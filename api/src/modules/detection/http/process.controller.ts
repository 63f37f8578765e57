import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { OwnLog } from '../app/own-log.js'
import { ProcessLog } from '../app/process-log.service.js'

@Controller()
export class ProcessController {
  constructor(
    private readonly log: ProcessLog,
    private readonly ownLogs: OwnLog,
  ) {}

  @Endpoint('recordProcess')
  async record(@Input() { params, body }: EndpointInput<'recordProcess'>, @CurrentActor() actor: Actor) {
    const isClosed = await this.log.record(actor, params.attemptId, body.sentAtMs, body.events)
    return { taken: body.events.map(({ id }) => id), isClosed }
  }

  @Endpoint('ownLog')
  ownLog(@Input() { params }: EndpointInput<'ownLog'>, @CurrentActor() actor: Actor) {
    return this.ownLogs.of(actor, params.attemptId)
  }
}
