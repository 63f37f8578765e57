import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common'
import { type ErrorCode, problemOf } from '@thiso/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../kernel/problem-error.js'
import { Incidents } from '../metrics/incidents.js'
import { Logger } from '../metrics/logger.js'

/** Turns whatever was thrown into the one error shape. Only the unexpected is logged, and without what people typed. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly incidents: Incidents,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem =
      error instanceof ProblemError ? problemOf(error.code, error.params, error.fields) : problemOf(codeOf(error))
    if (problem.status >= 500) {
      const route = `${request.method} ${request.routeOptions?.url ?? 'unknown'}`
      this.incidents.note(problem.code, route)
      this.logger.error({ err: describe(error), route }, 'request failed')
    }
    if (problem.status === 503) reply.header('retry-after', '2')
    if (problem.code === 'REQUEST.TOO_MANY') reply.header('retry-after', String(problem.params?.['seconds'] ?? 60))
    reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
}

function describe(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
}

/** Errors of the framework and of the database driver, by what a caller can do about them. */
function codeOf(error: unknown): ErrorCode {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (isDatabaseAway(error)) return 'SERVER.BUSY'
  const status = error instanceof HttpException ? error.getStatus() : statusCode
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return 'REQUEST.TOO_LARGE'
  if (status === 404) return 'REQUEST.NOT_FOUND'
  if (status !== undefined && status >= 400 && status < 500) return 'REQUEST.INVALID'
  return 'SERVER.UNEXPECTED'
}

/** The database or Redis is restarting, refuses connections or is out of them: nothing was lost, a retry will do. */
function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  // The Redis driver gives its errors classes but no names.
  const kind = error instanceof Error ? error.constructor.name : ''
  if (/^(ClientClosed|ClientOffline|SocketClosedUnexpectedly|Disconnects|SocketTimeout)/.test(kind)) return true
  // TypeORM's word for a connection that broke between two statements of a transaction; nothing of it was committed.
  if (/^QueryRunner(Provider)?AlreadyReleased/.test(kind)) return true
  if (typeof code === 'string' && (/^(08|53|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)))
    return true
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|is not queryable$/.test(message)
  )
}
