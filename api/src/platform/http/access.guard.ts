import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { type RouteName, routes } from '@thiso/contracts/routes'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../kernel/problem-error.js'
import { SETTINGS } from '../config/config.module.js'
import type { Settings } from '../config/settings.js'
import { type Actor, ActorResolver } from './actor.js'
import { ROUTE_NAME } from './endpoint.js'
import { cookieName, sessionTokenOf } from './session-cookie.js'

/**
 * Lets a call through only when its endpoint says so in the contract. A handler without an endpoint is refused: nothing
 * is open by forgetting. Calls that change something must come from our own pages.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookie: string

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly actors: ActorResolver,
  ) {
    this.cookie = cookieName(settings)
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true
    const name = Reflect.getMetadata(ROUTE_NAME, context.getHandler()) as RouteName | undefined
    if (!name) throw new ProblemError('AUTH.NOT_ALLOWED')
    await this.admit(name, context.switchToHttp().getRequest<FastifyRequest>())
    return true
  }

  /**
   * Finds the actor of a call and sets it on the request.
   * @throws ProblemError when the contract does not let this actor call this endpoint
   */
  async admit(name: RouteName, request: FastifyRequest): Promise<Actor | null> {
    this.demandOwnOrigin(name, request)
    const token = sessionTokenOf(request, this.cookie)
    return this.allow(name, request, token ? await this.actors.resolve(token) : null)
  }

  /** The same at once, for a session that this process has just seen; undefined: use `admit`. */
  admitKnown(name: RouteName, request: FastifyRequest): Actor | undefined {
    const token = sessionTokenOf(request, this.cookie)
    const actor = token ? this.actors.known(token) : undefined
    if (!actor) return undefined
    this.demandOwnOrigin(name, request)
    this.allow(name, request, actor)
    return actor
  }

  private allow(name: RouteName, request: FastifyRequest, actor: Actor | null): Actor | null {
    const { access } = routes[name]
    request.actor = actor
    if (access === 'public') return actor
    if (!actor) throw new ProblemError('AUTH.SIGN_IN_NEEDED')
    if (access !== 'signed-in' && !(access as readonly string[]).includes(actor.role))
      throw new ProblemError('AUTH.NOT_ALLOWED')
    return actor
  }

  /**
   * Against cross-site request forgery: the header that only script of our own origin can set, and, when the browser
   * says where the call comes from, that it is here.
   */
  private demandOwnOrigin(name: RouteName, request: FastifyRequest): void {
    if (routes[name].method === 'GET') return
    const { origin, 'sec-fetch-site': site } = request.headers
    if (request.headers['x-thi-so'] !== '1') throw new ProblemError('REQUEST.FOREIGN_ORIGIN')
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new ProblemError('REQUEST.FOREIGN_ORIGIN')
    if (origin !== undefined && !isOwnOrigin(origin, request.host, this.settings))
      throw new ProblemError('REQUEST.FOREIGN_ORIGIN')
  }
}

export function isOwnOrigin(origin: string, host: string, settings: Settings): boolean {
  if (settings.publicUrl && origin === new URL(settings.publicUrl).origin) return true
  return origin === `http://${host}` || origin === `https://${host}`
}
