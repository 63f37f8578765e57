import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { DrawLists } from '../app/draw-lists.js'
import { DrawsService } from '../app/draws.service.js'
import { PrizeSources } from '../app/prize-sources.js'
import { RulingsService } from '../app/rulings.service.js'
import { unitsScopeOf } from '../domain/draw-list.js'
import type { ResultDrawEntity } from '../infra/ruling.entities.js'
import { type DrawnSubject, presentDraw, presentLedDraw } from './present-results.js'

/** Draws: steps for organizers, everything about them for anybody. */
const LIST_FILE = 'danh-sach-boc-tham.txt'

@Controller()
export class DrawsController {
  constructor(
    private readonly draws: DrawsService,
    private readonly lists: DrawLists,
    private readonly prizes: PrizeSources,
    private readonly rulings: RulingsService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
  ) {}

  @Endpoint('nameDraw')
  async name(@Input() { params, body }: EndpointInput<'nameDraw'>, @CurrentActor() actor: Actor) {
    return presentSteps(await this.draws.name(actor.accountId, params.scopeId, body))
  }

  @Endpoint('enterDraw')
  async enter(@Input() { params, body }: EndpointInput<'enterDraw'>, @CurrentActor() actor: Actor) {
    return presentSteps(await this.draws.enter(actor.accountId, params.scopeId, body.entry))
  }

  @Endpoint('confirmDraw')
  async confirm(@Input() { params, body }: EndpointInput<'confirmDraw'>, @CurrentActor() actor: Actor) {
    return presentSteps(await this.draws.confirm(actor.accountId, params.scopeId, body.entry))
  }

  /** The draw among units, at the step where it stands. */
  @Endpoint('adminUnitsDraw')
  async unitsLed(@Input() { params }: EndpointInput<'adminUnitsDraw'>, @CurrentActor() actor: Actor) {
    const contest = await this.contests.demand(params.contestId)
    const scopeId = unitsScopeOf(contest.id)
    const [draw, { isFinal, tiedCount }] = await Promise.all([this.draws.find(scopeId), this.prizes.units(contest.id)])
    const names = await this.rulings.names(draw?.enteredBy ? [draw.enteredBy] : [])
    const isNeeded = tiedCount > 0 && !draw?.drawnAt
    return { draw: presentLedDraw({ scopeId, kind: 'units' }, draw, isNeeded, actor, names), isFinal, tiedCount }
  }

  @Endpoint('draw')
  async ofRound(@Input() { params }: EndpointInput<'draw'>) {
    const round = await this.rounds.demand(params.roundId)
    await this.contests.demandPublished(round.contestId)
    return this.presentPublic({ scopeId: round.id, kind: 'round' }, round.contestId, round.name)
  }

  @Endpoint('drawList')
  async listOfRound(@Input() { params }: EndpointInput<'drawList'>, @Res() reply: FastifyReply): Promise<void> {
    const round = await this.rounds.demand(params.roundId)
    await this.contests.demandPublished(round.contestId)
    await sendFile(reply, LIST_FILE, await this.lists.text(round.id))
  }

  @Endpoint('totalDraw')
  async ofTotal(@Input() { params }: EndpointInput<'totalDraw'>) {
    const contest = await this.contests.demandPublished(params.contestId)
    return this.presentPublic({ scopeId: contest.id, kind: 'total' }, contest.id, contest.title)
  }

  @Endpoint('totalDrawList')
  async listOfTotal(@Input() { params }: EndpointInput<'totalDrawList'>, @Res() reply: FastifyReply): Promise<void> {
    const contest = await this.contests.demandPublished(params.contestId)
    await sendFile(reply, LIST_FILE, await this.lists.text(contest.id))
  }

  @Endpoint('unitsDraw')
  async ofUnits(@Input() { params }: EndpointInput<'unitsDraw'>) {
    const contest = await this.contests.demandPublished(params.contestId)
    return this.presentPublic({ scopeId: unitsScopeOf(contest.id), kind: 'units' }, contest.id, contest.title)
  }

  @Endpoint('unitsDrawList')
  async listOfUnits(@Input() { params }: EndpointInput<'unitsDrawList'>, @Res() reply: FastifyReply): Promise<void> {
    const contest = await this.contests.demandPublished(params.contestId)
    await sendFile(reply, LIST_FILE, await this.lists.text(unitsScopeOf(contest.id)))
  }

  private async presentPublic(subject: DrawnSubject, contestId: string, name: { vi: string; en: string }) {
    const draw = await this.draws.find(subject.scopeId)
    return { ...presentDraw(subject, draw), contestId, name, ties: await this.lists.ties(draw) }
  }
}

function presentSteps(draw: ResultDrawEntity) {
  return presentDraw(draw, draw)
}
