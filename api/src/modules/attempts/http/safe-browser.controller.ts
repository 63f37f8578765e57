import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SETTINGS } from '../../../platform/config/config.module.js'
import type { Settings } from '../../../platform/config/settings.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { isSecure } from '../../../platform/http/session-cookie.js'
import { SAFE_BROWSER_COOKIE, SafeBrowserService } from '../app/safe-browser.service.js'

@Controller()
export class SafeBrowserController {
  constructor(
    private readonly safeBrowser: SafeBrowserService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Endpoint('proveSafeBrowser')
  async prove(
    @Input() { params, body }: EndpointInput<'proveSafeBrowser'>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { pass, untilMs } = await this.safeBrowser.prove(params.roundId, actor, request, body)
    reply.setCookie(SAFE_BROWSER_COOKIE, pass, {
      path: '/api',
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure(this.settings),
      expires: new Date(untilMs),
    })
    return { until: new Date(untilMs).toISOString() }
  }

  @Endpoint('safeBrowserKeys')
  keys(@Input() { params }: EndpointInput<'safeBrowserKeys'>) {
    return this.safeBrowser.stored(params.roundId)
  }

  @Endpoint('setSafeBrowserKeys')
  setKeys(@Input() { params, body }: EndpointInput<'setSafeBrowserKeys'>, @CurrentActor() actor: Actor) {
    return this.safeBrowser.store(actor.accountId, params.roundId, body)
  }

  @Endpoint('readSafeBrowserSettings')
  readSettings(@Input() { body }: EndpointInput<'readSafeBrowserSettings'>) {
    return { configKey: this.safeBrowser.configKeyIn(Buffer.from(body.file, 'base64')) }
  }
}
