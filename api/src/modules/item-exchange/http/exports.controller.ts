import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { ExportsService } from '../app/exports.service.js'

@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly clock: Clock,
  ) {}

  @Endpoint('checkExport')
  check(@Input() { query }: EndpointInput<'checkExport'>, @CurrentActor() actor: Actor) {
    const { format, ...filter } = query
    return this.exports.check(actor, filter, format)
  }

  @Endpoint('exportItems')
  async export(
    @Input() { query }: EndpointInput<'exportItems'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, locale, ...filter } = query
    const { content, extension, mime } = await this.exports.write(actor, filter, format, locale)
    const name = locale === 'vi' ? 'cau-hoi' : 'items'
    await sendFile(reply, `${name}-${vietnamDay(this.clock.now())}.${extension}`, content, { mime })
  }
}
