import { Controller } from '@nestjs/common'
import { ruleProblemFields } from '@thiso/contracts'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AmendmentsService } from '../app/amendments.service.js'
import { ClockActsService } from '../app/clock-acts.service.js'
import { ContestsService } from '../app/contests.service.js'
import { EntrantsService } from '../app/entrants.service.js'
import { RoundsService } from '../app/rounds.service.js'
import { RuleChecksService } from '../app/rule-checks.service.js'
import { presentAmendment, presentClockAct, presentPublicAmendment } from './present-admission.js'

/** Who may take part, what cannot be kept, amendments, and what was done to the clock. */
@Controller()
export class AdmissionController {
  constructor(
    private readonly checks: RuleChecksService,
    private readonly entrants: EntrantsService,
    private readonly amendments: AmendmentsService,
    private readonly clockActs: ClockActsService,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
  ) {}

  @Endpoint('checkContestRules')
  async checkContest(@Input() { body }: EndpointInput<'checkContestRules'>) {
    const { contestId, ...contest } = body
    return { problems: ruleProblemFields(await this.checks.ofContest(contestId, contest)) }
  }

  @Endpoint('checkRoundRules')
  async checkRound(@Input() { params, body }: EndpointInput<'checkRoundRules'>) {
    const { roundId, ...round } = body
    const window = { opensAt: new Date(round.opensAt), closesAt: new Date(round.closesAt) }
    return {
      problems: ruleProblemFields(await this.checks.ofRound(params.contestId, roundId, { ...round, ...window })),
    }
  }

  @Endpoint('contestEntrants')
  async contestEntrants(@Input() { params, query }: EndpointInput<'contestEntrants'>) {
    await this.contests.demand(params.contestId)
    return this.entrants.list({ contestId: params.contestId }, query)
  }

  @Endpoint('addContestEntrants')
  async addContestEntrants(
    @Input() { params, body }: EndpointInput<'addContestEntrants'>,
    @CurrentActor() actor: Actor,
  ) {
    await this.contests.demand(params.contestId)
    return this.entrants.add(actor.accountId, { contestId: params.contestId }, body.text, body.isPreview)
  }

  @Endpoint('removeContestEntrant')
  async removeContestEntrant(@Input() { params }: EndpointInput<'removeContestEntrant'>, @CurrentActor() actor: Actor) {
    await this.entrants.remove(actor.accountId, { contestId: params.contestId }, params.accountId)
    return { ok: true }
  }

  @Endpoint('roundEntrants')
  async roundEntrants(@Input() { params, query }: EndpointInput<'roundEntrants'>) {
    await this.rounds.demand(params.roundId)
    return this.entrants.list({ roundId: params.roundId }, query)
  }

  @Endpoint('addRoundEntrants')
  async addRoundEntrants(@Input() { params, body }: EndpointInput<'addRoundEntrants'>, @CurrentActor() actor: Actor) {
    await this.rounds.demand(params.roundId)
    return this.entrants.add(actor.accountId, { roundId: params.roundId }, body.text, body.isPreview)
  }

  @Endpoint('removeRoundEntrant')
  async removeRoundEntrant(@Input() { params }: EndpointInput<'removeRoundEntrant'>, @CurrentActor() actor: Actor) {
    await this.entrants.remove(actor.accountId, { roundId: params.roundId }, params.accountId)
    return { ok: true }
  }

  @Endpoint('extraTimes')
  async extraTimes(@Input() { params }: EndpointInput<'extraTimes'>) {
    await this.contests.demand(params.contestId)
    return { extraTimes: await this.entrants.extraTimes(params.contestId) }
  }

  @Endpoint('grantExtraTime')
  async grantExtraTime(@Input() { params, body }: EndpointInput<'grantExtraTime'>, @CurrentActor() actor: Actor) {
    await this.contests.demand(params.contestId)
    return this.entrants.grantExtraTime(actor.accountId, params.contestId, body)
  }

  @Endpoint('withdrawExtraTime')
  async withdrawExtraTime(@Input() { params }: EndpointInput<'withdrawExtraTime'>, @CurrentActor() actor: Actor) {
    await this.entrants.withdrawExtraTime(actor.accountId, params.contestId, params.accountId)
    return { ok: true }
  }

  @Endpoint('publicAmendments')
  async publicAmendments(@Input() { params }: EndpointInput<'publicAmendments'>) {
    const contest = await this.contests.demandPublic(params.slug)
    const rows = (await this.amendments.listOf(contest.id)).filter(({ state }) => state === 'approved')
    return { amendments: rows.map(presentPublicAmendment), names: await this.amendments.namesIn(contest, rows) }
  }

  @Endpoint('amendments')
  async list(@Input() { params }: EndpointInput<'amendments'>) {
    const contest = await this.contests.demand(params.contestId)
    const rows = await this.amendments.listOf(params.contestId)
    return { amendments: rows.map(presentAmendment), names: await this.amendments.namesIn(contest, rows) }
  }

  @Endpoint('proposeContestAmendment')
  async proposeForContest(
    @Input() { params, body }: EndpointInput<'proposeContestAmendment'>,
    @CurrentActor() actor: Actor,
  ) {
    return presentAmendment(await this.amendments.proposeForContest(actor, params.contestId, body.change, body.reason))
  }

  @Endpoint('proposeRoundAmendment')
  async proposeForRound(
    @Input() { params, body }: EndpointInput<'proposeRoundAmendment'>,
    @CurrentActor() actor: Actor,
  ) {
    return presentAmendment(await this.amendments.proposeForRound(actor, params.roundId, body.change, body.reason))
  }

  @Endpoint('decideAmendment')
  async decide(@Input() { params, body }: EndpointInput<'decideAmendment'>, @CurrentActor() actor: Actor) {
    return presentAmendment(await this.amendments.decide(actor, params.amendmentId, body.isApproved))
  }

  @Endpoint('withdrawAmendment')
  async withdraw(@Input() { params }: EndpointInput<'withdrawAmendment'>, @CurrentActor() actor: Actor) {
    return presentAmendment(await this.amendments.withdraw(actor, params.amendmentId))
  }

  @Endpoint('clockActs')
  async acts(@Input() { params }: EndpointInput<'clockActs'>) {
    const round = await this.rounds.demand(params.roundId)
    // A round of a contest that is not published shows nothing.
    await this.contests.demandPublished(round.contestId)
    const acts = await this.clockActs.listOf(params.roundId)
    return { acts: acts.map(({ act, unitName }) => presentClockAct(act, unitName)) }
  }
}
