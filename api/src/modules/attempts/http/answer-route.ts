import { Injectable, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { routes } from '@thiso/contracts/routes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { AccessGuard } from '../../../platform/http/access.guard.js'
import type { Actor } from '../../../platform/http/actor.js'
import { type EndpointInput, parseInput } from '../../../platform/http/endpoint.js'
import { ProblemFilter } from '../../../platform/http/problem.filter.js'
import { AttemptsService } from '../app/attempts.service.js'
import { SafeBrowserService } from '../app/safe-browser.service.js'

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/**
 * The endpoint `saveResponses`, as a plain route of the server below the framework: the same contract, access check and error shape
 * as every other endpoint, without the framework's interceptors and the page headers, which cost as much as everything else on
 * the busiest path of the platform (measured by `npm run bench -- answers`).
 */
@Injectable()
export class AnswerRoute implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly attempts: AttemptsService,
    private readonly safeBrowser: SafeBrowserService,
    private readonly access: AccessGuard,
    private readonly problems: ProblemFilter,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Absent when the modules run without a server (the seed).
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance | undefined>()
    fastify?.route({
      method: routes.saveResponses.method,
      url: `/api${routes.saveResponses.path}`,
      helmet: false,
      errorHandler: (error, request, reply) => this.problems.answer(error, request, reply),
      handler: (request, reply) => {
        const actor = this.access.admitKnown('saveResponses', request)
        if (actor) this.save(actor, request, reply)
        else
          void this.access
            .admit('saveResponses', request)
            .then((admitted) => this.save(admitted as Actor, request, reply))
            .catch((error) => this.problems.answer(error, request, reply))
      },
    })
  }

  private save(actor: Actor, request: FastifyRequest, reply: FastifyReply): void {
    const { params, body } = parseInput('saveResponses', request)
    if (this.safeBrowser.isOpen(params.attemptId)) this.write(actor, params.attemptId, body, request, reply)
    else
      void this.safeBrowser
        .demand(params.attemptId, actor, request)
        .then(() => this.write(actor, params.attemptId, body, request, reply))
        .catch((error) => this.problems.answer(error, request, reply))
  }

  private write(
    actor: Actor,
    attemptId: string,
    body: EndpointInput<'saveResponses'>['body'],
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    this.attempts.saveResponses(actor, attemptId, body.holder, body.responses, (error, savedSeqs) => {
      if (error) {
        this.problems.answer(error, request, reply)
        return
      }
      const text = `{"savedSeqs":[${savedSeqs.join()}],"serverTime":"${new Date(this.clock.now()).toISOString()}"}`
      reply.hijack()
      reply.raw.writeHead(200, { ...HEADERS, 'content-length': Buffer.byteLength(text) }).end(text)
    })
  }
}
