import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { readUpload } from '../../../platform/http/upload.js'
import { MediaService } from '../app/media.service.js'

@Controller()
export class MediaController {
  constructor(private readonly store: MediaService) {}

  @Endpoint('uploadMedia')
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<unknown> {
    return this.store.keep(actor.accountId, (await readUpload(request)).bytes)
  }

  /**
   * A picture or a sound by its id, which nobody can guess and which says nothing. What it shows never changes, so phones keep it. The
   * headers make it inert wherever it is opened.
   */
  @Endpoint('media')
  async show(@Input() { params }: EndpointInput<'media'>, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, mime } = await this.store.demand(params.mediaId)
    await reply
      .header('content-type', mime)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .send(bytes)
  }
}
