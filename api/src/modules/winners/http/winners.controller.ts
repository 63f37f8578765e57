import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { presentRound, RoundsService } from '../../contests/index.js'
import { AwardDocuments } from '../app/award-documents.service.js'
import { ContestReports } from '../app/contest-report.service.js'
import { ExportsService } from '../app/exports.service.js'
import { WinnersService } from '../app/winners.service.js'
import type { ResultRow } from '../infra/result.repository.js'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Standings and winners while a round runs, and everything that leaves as a file. */
@Controller()
export class WinnersController {
  constructor(
    private readonly winners: WinnersService,
    private readonly exports: ExportsService,
    private readonly documents: AwardDocuments,
    private readonly reports: ContestReports,
    private readonly rounds: RoundsService,
  ) {}

  @Endpoint('standings')
  async standings(@Input() { params, query }: EndpointInput<'standings'>) {
    const { rows, total } = await this.winners.standings(params.roundId, query.q, query.page, query.size)
    return { rows: rows.map(present), total, page: query.page, size: query.size }
  }

  @Endpoint('winners')
  async propose(@Input() { params }: EndpointInput<'winners'>) {
    const { round, winners, isFinal, prizes } = await this.winners.propose(params.roundId)
    return {
      round: presentRound(round, this.rounds.stateOf(round)),
      isFinal,
      prizes,
      winners: winners.map((winner) => ({ ...winner, standing: present(winner.standing) })),
    }
  }

  @Endpoint('exportWinners')
  async exportWinners(
    @Input() { params, query }: EndpointInput<'exportWinners'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.proposal(actor.accountId, params.roundId, params.format, query.locale)
    await send(reply, 'de-xuat-giai', params.format, file)
  }

  @Endpoint('exportStandings')
  async exportStandings(
    @Input() { params, query }: EndpointInput<'exportStandings'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.standings(actor.accountId, params.roundId, params.format, query.locale)
    await send(reply, 'xep-hang', params.format, file)
  }

  @Endpoint('exportWinnerList')
  async exportWinnerList(
    @Input() { params, query }: EndpointInput<'exportWinnerList'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, list, format } = params
    await send(
      reply,
      'danh-sach-doat-giai',
      format,
      await this.exports.winnerList(actor.accountId, contestId, list, format, query.locale),
    )
  }

  @Endpoint('exportParticipation')
  async exportParticipation(
    @Input() { params, query }: EndpointInput<'exportParticipation'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, format } = params
    const file = await this.exports.participationByUnit(actor.accountId, contestId, format, query.locale)
    await send(reply, 'tham-gia-theo-don-vi', format, file)
  }

  @Endpoint('winnersMinutes')
  async minutes(
    @Input() { params, query }: EndpointInput<'winnersMinutes'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, list, format } = params
    const file = await this.documents.minutes(actor.accountId, contestId, list, format, query.locale)
    await send(reply, 'bien-ban-hop-xet-giai', format, file)
  }

  @Endpoint('winnerCertificates')
  async certificates(
    @Input() { params, query }: EndpointInput<'winnerCertificates'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.documents.certificates(actor.accountId, params.contestId, params.list, query.locale)
    await send(reply, 'giay-chung-nhan', 'pdf', file)
  }

  @Endpoint('contestReport')
  async report(
    @Input() { params, query }: EndpointInput<'contestReport'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.reports.file(actor.accountId, params.contestId, params.format, query.locale)
    await send(reply, 'bao-cao-tong-ket', params.format, file)
  }
}

function send(reply: FastifyReply, name: string, format: string, file: NodeJS.ReadableStream | Buffer) {
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(file)
}

function present<T extends ResultRow>({ table: _, ...row }: T) {
  return { ...row, submittedAt: row.submittedAt.toISOString() }
}
