import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { UnitsService } from '../app/units.service.js'

@Controller()
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  @Endpoint('adminUnits')
  async list(@Input() { query }: EndpointInput<'adminUnits'>) {
    const asOf = query.asOf ?? vietnamDay(this.clock.now())
    const [units, counts] = await Promise.all([this.units.treeOn(asOf), this.units.personCounts()])
    return { asOf, units: units.map((unit) => ({ ...unit, personCount: counts.get(unit.id) ?? 0 })) }
  }

  @Endpoint('importUnits')
  async import(@Input() { body }: EndpointInput<'importUnits'>, @CurrentActor() actor: Actor) {
    const decisions = await this.units.importSheet(
      actor.accountId,
      body.fileName,
      Buffer.from(body.contentBase64, 'base64'),
      body.isPreview,
    )
    const count = (action: string) => decisions.filter((decision) => decision.action === action).length
    return {
      isPreview: body.isPreview,
      createCount: count('create'),
      updateCount: count('update'),
      keepCount: count('keep'),
      refuseCount: count('refuse'),
      rows: decisions.map(({ line, code, name, action, problem }) => ({ line, code, name, action, problem })),
    }
  }

  @Endpoint('unitTemplate')
  async template(@Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, 'mau-don-vi.xlsx', await this.units.template())
  }
}
