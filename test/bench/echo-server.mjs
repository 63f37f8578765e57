// @ts-check
// The bare server beside which answers are measured: the same framework and adapter, one controller method that echoes its JSON body.
import 'reflect-metadata'
import { Body, Controller, Module, Put } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'

class EchoController {
  /** @param {unknown} body */
  echo(body) {
    return body
  }
}
Body()(EchoController.prototype, 'echo', 0)
Reflect.defineMetadata('design:paramtypes', [Object], EchoController.prototype, 'echo')
Put('/api/attempts/:attemptId/responses')(
  EchoController.prototype,
  'echo',
  /** @type {any} */ (Object.getOwnPropertyDescriptor(EchoController.prototype, 'echo')),
)
Controller()(EchoController)
class EchoModule {}
Module({ controllers: [EchoController] })(EchoModule)

const app = await NestFactory.create(EchoModule, new FastifyAdapter({ logger: false }), { logger: false })
await app.listen(0, '127.0.0.1')
process.send?.({ ready: true, port: app.getHttpServer().address().port })
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
