import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { SignalRuns } from '../app/signal-runs.js'
import { SignalViewsService } from '../app/signal-views.service.js'
import { presentRoundSignals, presentRun, presentSignal } from './present-signals.js'

@Controller()
export class SignalsController {
  constructor(
    private readonly views: SignalViewsService,
    private readonly runs: SignalRuns,
  ) {}

  @Endpoint('signals')
  async signals(@Input() { params }: EndpointInput<'signals'>, @CurrentActor() actor: Actor) {
    return presentRoundSignals(await this.views.round(actor.accountId, params.roundId))
  }

  @Endpoint('signalRuns')
  async signalRuns(@Input() { params }: EndpointInput<'signalRuns'>) {
    return { runs: (await this.views.runsOf(params.roundId)).map(presentRun) }
  }

  @Endpoint('startSignalRun')
  async startSignalRun(@Input() { params }: EndpointInput<'startSignalRun'>, @CurrentActor() actor: Actor) {
    return { runId: await this.runs.start(actor.accountId, params.roundId) }
  }

  @Endpoint('signal')
  async signal(@Input() { params }: EndpointInput<'signal'>, @CurrentActor() actor: Actor) {
    const found = await this.views.signal(actor.accountId, params.signalId)
    return {
      signal: presentSignal(found.signal),
      roundId: found.round.id,
      roundName: found.round.name,
      people: found.people.map((person) => ({
        ...person,
        startedAt: person.startedAt.toISOString(),
        submittedAt: person.submittedAt.toISOString(),
      })),
      others: found.others.map(presentSignal),
    }
  }
}
