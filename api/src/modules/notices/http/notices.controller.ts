import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { NoticesService } from '../app/notices.service.js'

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Endpoint('myNotices')
  async list(@Input() { query }: EndpointInput<'myNotices'>, @CurrentActor() actor: Actor) {
    const { rows, total, unreadCount } = await this.notices.list(actor.accountId, query.page, query.size)
    return {
      rows: rows.map(({ id, kind, params, link, createdAt, readAt }) => ({
        id,
        kind,
        params,
        link,
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      total,
      unreadCount,
      page: query.page,
      size: query.size,
    }
  }

  @Endpoint('readNotices')
  async read(@Input() { body }: EndpointInput<'readNotices'>, @CurrentActor() actor: Actor) {
    return { unreadCount: await this.notices.read(actor.accountId, new Date(body.until)) }
  }
}
