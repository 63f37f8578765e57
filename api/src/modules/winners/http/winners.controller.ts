import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { presentRound, RoundsService } from '../../contests/index.js'
import { WinnersService } from '../app/winners.service.js'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

@Controller()
export class WinnersController {
  constructor(
    private readonly winners: WinnersService,
    private readonly rounds: RoundsService,
  ) {}

  @Endpoint('standings')
  async standings(@Input() { params, query }: EndpointInput<'standings'>) {
    const { rows, total } = await this.winners.standings(params.roundId, query.q, query.page, query.size)
    return { rows: rows.map(present), total, page: query.page, size: query.size }
  }

  @Endpoint('winners')
  async propose(@Input() { params }: EndpointInput<'winners'>) {
    const { round, contest, winners, isFinal } = await this.winners.propose(params.roundId)
    return {
      round: presentRound(round, this.rounds.stateOf(round)),
      isFinal,
      prizes: contest.prizes,
      winners: winners.map((winner) => ({ ...winner, standing: present(winner.standing) })),
    }
  }

  @Endpoint('exportWinners')
  async exportWinners(
    @Input() { params, query }: EndpointInput<'exportWinners'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.winners.exportWinners(actor.accountId, params.roundId, params.format, query.locale)
    await send(reply, 'de-xuat-giai', params.format, file)
  }

  @Endpoint('exportStandings')
  async exportStandings(
    @Input() { params, query }: EndpointInput<'exportStandings'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.winners.exportStandings(actor.accountId, params.roundId, params.format, query.locale)
    await send(reply, 'xep-hang', params.format, file)
  }
}

function send(reply: FastifyReply, name: string, format: 'xlsx' | 'csv', file: NodeJS.ReadableStream) {
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .send(file)
}

function present<T extends { submittedAt: Date }>(row: T) {
  return { ...row, submittedAt: row.submittedAt.toISOString() }
}
