import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Role } from '@thiso/contracts/vocab'
import type { FastifyRequest } from 'fastify'

/** Who is calling: taken from the session, never from what the client says. */
export interface Actor {
  accountId: string
  sessionId: string
  role: Role
  fullName: string
  /** The mark of the device of the session; null: it has none. */
  device?: string | null
}

/** Finds the actor behind a session token; the identity module supplies it. */
export abstract class ActorResolver {
  abstract resolve(sessionToken: string): Promise<Actor | null>
  /** The actor if this process has just seen the session; undefined: resolve it. */
  abstract known(sessionToken: string): Actor | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor | null
  }
}

/** The signed-in actor. Only for endpoints that are not public: there the guard has made sure that there is one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<FastifyRequest>().actor
  if (!actor) throw new Error('an endpoint that needs an actor must not be public')
  return actor
})

/** The actor of a public endpoint, if there is one. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<FastifyRequest>().actor ?? null,
)
