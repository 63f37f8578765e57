import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { displayName } from '../../standings/index.js'
import { AwardDocuments } from '../app/award-documents.service.js'
import { ContestReports } from '../app/contest-report.service.js'
import { ExportsService } from '../app/exports.service.js'
import { type NamedRow, RunningStandings } from '../app/running-standings.js'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Standings while a round runs, and everything that leaves as a file. */
@Controller()
export class WinnersController {
  constructor(
    private readonly running: RunningStandings,
    private readonly exports: ExportsService,
    private readonly documents: AwardDocuments,
    private readonly reports: ContestReports,
  ) {}

  @Endpoint('standings')
  async standings(@Input() { params, query }: EndpointInput<'standings'>) {
    const { rows, total } = await this.running.page(params.roundId, query.q, query.page, query.size)
    return { rows: rows.map(present), total, page: query.page, size: query.size }
  }

  @Endpoint('exportStandings')
  async exportStandings(
    @Input() { params, query }: EndpointInput<'exportStandings'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.standings(actor.accountId, params.roundId, params.format, query)
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
      await this.exports.winnerList(actor.accountId, contestId, list, format, query),
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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const origin = `${request.protocol}://${request.host}`
    const { contestId, list } = params
    const file = await this.documents.certificates(actor.accountId, contestId, list, query.locale, origin)
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

/** WN-11: without anything that tells more than the place and the unit. */
function present({ fullName, unitId: _, table: __, ...row }: NamedRow) {
  return { ...row, name: displayName(fullName, 'masked', ''), submittedAt: row.submittedAt.toISOString() }
}
