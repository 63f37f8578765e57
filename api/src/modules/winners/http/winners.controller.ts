import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { displayName } from '../../standings/index.js'
import { AwardDocuments } from '../app/award-documents.service.js'
import { ContestReports } from '../app/contest-report.service.js'
import { ExportsService } from '../app/exports.service.js'
import { type NamedRow, RunningStandings } from '../app/running-standings.js'

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
    await sendFile(reply, `xep-hang.${params.format}`, file)
  }

  @Endpoint('exportWinnerList')
  async exportWinnerList(
    @Input() { params, query }: EndpointInput<'exportWinnerList'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, list, format } = params
    const file = await this.exports.winnerList(actor.accountId, contestId, list, format, query)
    await sendFile(reply, `danh-sach-doat-giai.${format}`, file)
  }

  @Endpoint('exportParticipation')
  async exportParticipation(
    @Input() { params, query }: EndpointInput<'exportParticipation'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, format } = params
    const file = await this.exports.participationByUnit(actor.accountId, contestId, format, query.locale)
    await sendFile(reply, `tham-gia-theo-don-vi.${format}`, file)
  }

  @Endpoint('winnersMinutes')
  async minutes(
    @Input() { params, query }: EndpointInput<'winnersMinutes'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contestId, list, format } = params
    const file = await this.documents.minutes(actor.accountId, contestId, list, format, query.locale)
    await sendFile(reply, `bien-ban-hop-xet-giai.${format}`, file)
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
    await sendFile(reply, 'giay-chung-nhan.pdf', file)
  }

  @Endpoint('contestReport')
  async report(
    @Input() { params, query }: EndpointInput<'contestReport'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.reports.file(actor.accountId, params.contestId, params.format, query.locale)
    await sendFile(reply, `bao-cao-tong-ket.${params.format}`, file)
  }
}

/** WN-11: without anything that tells more than the place and the unit. */
function present({ fullName, unitId: _, table: __, ...row }: NamedRow) {
  return { ...row, name: displayName(fullName, 'masked', ''), submittedAt: row.submittedAt.toISOString() }
}
