import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { AnalysisService } from '../app/analysis.service.js'
import { presentAnalysis } from './present-analysis.js'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

@Controller()
export class AnalysisController {
  constructor(private readonly analyses: AnalysisService) {}

  @Endpoint('itemAnalysis')
  async itemAnalysis(@Input() { params, query }: EndpointInput<'itemAnalysis'>, @CurrentActor() actor: Actor) {
    const { round, analysis } = await this.analyses.read(actor, params.roundId, query.attempts)
    return presentAnalysis(round, query.attempts, analysis)
  }

  @Endpoint('itemAnalysisFile')
  async itemAnalysisFile(
    @Input() { params, query }: EndpointInput<'itemAnalysisFile'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format } = params
    const file = await this.analyses.export(actor, params.roundId, query.attempts, format, query.locale)
    await reply
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename="phan-tich-cau-hoi.${format}"`)
      .header('cache-control', 'no-store')
      .send(file)
  }
}
