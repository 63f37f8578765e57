import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { DrawsService } from '../app/draws.service.js'
import { ResultsService } from '../app/results.service.js'
import type { ResultDrawEntity } from '../infra/ruling.entities.js'
import { presentDraw } from './present-results.js'

/** Draws: steps for organizers, everything about them for anybody. */
@Controller()
export class DrawsController {
  constructor(
    private readonly draws: DrawsService,
    private readonly results: ResultsService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
  ) {}

  @Endpoint('nameDraw')
  async name(@Input() { params, body }: EndpointInput<'nameDraw'>, @CurrentActor() actor: Actor) {
    return this.present(await this.draws.name(actor.accountId, params.scopeId, body))
  }

  @Endpoint('enterDraw')
  async enter(@Input() { params, body }: EndpointInput<'enterDraw'>, @CurrentActor() actor: Actor) {
    return this.present(await this.draws.enter(actor.accountId, params.scopeId, body.entry))
  }

  @Endpoint('confirmDraw')
  async confirm(@Input() { params, body }: EndpointInput<'confirmDraw'>, @CurrentActor() actor: Actor) {
    return this.present(await this.draws.confirm(actor.accountId, params.scopeId, body.entry))
  }

  @Endpoint('draw')
  async ofRound(@Input() { params }: EndpointInput<'draw'>) {
    const round = await this.rounds.demand(params.roundId)
    await this.contests.demandPublished(round.contestId)
    return this.presentPublic(round.id, round.name)
  }

  @Endpoint('drawList')
  async listOfRound(@Input() { params }: EndpointInput<'drawList'>, @Res() reply: FastifyReply): Promise<void> {
    const round = await this.rounds.demand(params.roundId)
    await this.contests.demandPublished(round.contestId)
    await sendLines(reply, await this.draws.list(round.id))
  }

  @Endpoint('totalDraw')
  async ofTotal(@Input() { params }: EndpointInput<'totalDraw'>) {
    const contest = await this.contests.demandPublished(params.contestId)
    return this.presentPublic(contest.id, contest.title)
  }

  @Endpoint('totalDrawList')
  async listOfTotal(@Input() { params }: EndpointInput<'totalDrawList'>, @Res() reply: FastifyReply): Promise<void> {
    const contest = await this.contests.demandPublished(params.contestId)
    await sendLines(reply, await this.draws.list(contest.id))
  }

  private async present(draw: ResultDrawEntity) {
    return presentDraw(draw.scopeId, draw, (await this.results.published(draw.scopeId)) !== null)
  }

  private async presentPublic(scopeId: string, name: { vi: string; en: string }) {
    const [draw, final] = await Promise.all([this.draws.find(scopeId), this.results.published(scopeId)])
    return { ...presentDraw(scopeId, draw, final !== null), name, tiedCount: final?.tiedCount ?? null }
  }
}

async function sendLines(reply: FastifyReply, lines: string): Promise<void> {
  await reply
    .header('content-type', 'text/plain; charset=utf-8')
    .header('content-disposition', 'attachment; filename="danh-sach-boc-tham.txt"')
    .header('cache-control', 'no-store')
    .send(lines)
}
