import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { AnalysisService } from '../app/analysis.service.js'
import { presentAnalysis } from './present-analysis.js'

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
    await sendFile(reply, `phan-tich-cau-hoi.${format}`, file)
  }
}
