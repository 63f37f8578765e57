import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import {
  maskedName,
  presentAdminRound,
  RoundClockService,
  type RoundEntity,
  RoundsService,
} from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import { ClockCredits } from '../app/clock-credits.js'

const SHOWN = 100

/** What organizers do to the clock while people are at it. */
@Controller()
export class ClockController {
  constructor(
    private readonly clocks: RoundClockService,
    private readonly credits: ClockCredits,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
  ) {}

  @Endpoint('pauseRound')
  async pause(@Input() { params, body }: EndpointInput<'pauseRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.clocks.pause(actor.accountId, params.roundId, body.reason))
  }

  @Endpoint('resumeRound')
  async resume(@Input() { params }: EndpointInput<'resumeRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.credits.resume(actor.accountId, params.roundId))
  }

  @Endpoint('extendRound')
  async extend(@Input() { params, body }: EndpointInput<'extendRound'>, @CurrentActor() actor: Actor) {
    const closesAt = new Date(body.closesAt)
    return this.present(await this.clocks.extend(actor.accountId, params.roundId, closesAt, body.reason))
  }

  @Endpoint('closeRound')
  async close(@Input() { params }: EndpointInput<'closeRound'>, @CurrentActor() actor: Actor) {
    return this.present(await this.credits.close(actor.accountId, params.roundId))
  }

  @Endpoint('previewCredit')
  async preview(@Input() { params, body }: EndpointInput<'previewCredit'>) {
    return this.outcome(params.roundId, await this.credits.preview(params.roundId, intervalOf(body), body.scope))
  }

  @Endpoint('grantCredit')
  async grant(@Input() { params, body }: EndpointInput<'grantCredit'>, @CurrentActor() actor: Actor) {
    const act = { id: params.creditId, ...intervalOf(body), scope: body.scope, reason: body.reason }
    return this.outcome(params.roundId, await this.credits.grant(actor.accountId, params.roundId, act))
  }

  private async outcome(roundId: string, { given, closesAt }: Awaited<ReturnType<ClockCredits['preview']>>) {
    const count = (effect: string) => given.filter((row) => row.effect === effect).length
    const largest = [...given].sort((a, b) => b.addedMs - a.addedMs).slice(0, SHOWN)
    return {
      counts: { running: count('running'), submitted: count('submitted'), oneMore: count('one-more') },
      closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
      outdatesVersion: await this.credits.outdatedBy(roundId, given),
      rows: await Promise.all(
        largest.map(async ({ attemptId, fullName, unitId, effect, addedMs }) => ({
          attemptId,
          maskedName: maskedName(fullName),
          unitName: await this.units.fullName(unitId),
          effect,
          creditS: Math.round(addedMs / 1_000),
        })),
      ),
    }
  }

  private async present(round: RoundEntity) {
    return presentAdminRound(round, this.rounds.stateOf(round), await this.rounds.hasAttempts(round.id))
  }
}

function intervalOf({ from, to }: { from: string; to: string }) {
  return { from: Date.parse(from), to: Date.parse(to) }
}
