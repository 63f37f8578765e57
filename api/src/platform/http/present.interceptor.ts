import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { RouteName } from '@thiso/contracts/routes'
import type { FastifyReply } from 'fastify'
import { map, type Observable } from 'rxjs'
import { ROUTE_NAME, schemasOf } from './endpoint.js'

/**
 * What leaves is what the contract lists: the response is parsed by its schema, so a field that nobody listed (a key,
 * a password hash) is dropped even when a handler returns it by mistake.
 */
@Injectable()
export class PresentInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = Reflect.getMetadata(ROUTE_NAME, context.getHandler()) as RouteName | undefined
    const schema = name ? schemasOf(name).response : undefined
    if (!schema) return next.handle()
    context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store')
    return next.handle().pipe(map((value) => schema.parse(value)))
  }
}
