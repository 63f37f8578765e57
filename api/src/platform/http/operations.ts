import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DataSource } from 'typeorm'
import type { INestApplication } from '@nestjs/common'
import type { RedisClientType } from 'redis'
import type { Settings } from '../config/settings.js'
import { REDIS } from '../live/live.module.js'
import { Metrics } from '../metrics/metrics.js'
import { openApiDocument } from './openapi.js'

/**
 * What operators and developers ask the process: alive, ready, figures, the contract. Plain routes beside the contract: they carry
 * no personal data and need no session.
 */
export function addOperations(fastify: FastifyInstance, app: INestApplication, settings: Settings): void {
  const dataSource = app.get(DataSource)
  const redis = app.get<RedisClientType | null>(REDIS)
  const metrics = app.get(Metrics)
  const document = openApiDocument(settings.publicUrl)

  fastify.get('/api/health/live', async () => ({ status: 'live' }))
  fastify.get('/api/health/ready', async (_request, reply) => {
    const database = await dataSource.query('SELECT 1').then(
      () => 'up',
      () => 'down',
    )
    // Redis is a cache: without it the platform is slower, not down.
    const cache = redis ? (redis.isReady ? 'up' : 'down') : 'none'
    return reply
      .status(database === 'up' ? 200 : 503)
      .send({ status: database === 'up' ? 'ready' : 'not ready', database, cache })
  })
  fastify.get('/api/metrics', async (request, reply) =>
    isFromInside(request, settings)
      ? reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
      : reply.callNotFound(),
  )
  fastify.get('/api/openapi.json', async () => document)
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * How many people have started decides ties in some rounds, so figures are for operators alone: on the machine itself, or, where a proxy
 * stands before the platform, whoever did not come through it.
 */
function isFromInside(request: FastifyRequest, { isBehindProxy }: Settings): boolean {
  if (isBehindProxy) return request.headers['x-forwarded-for'] === undefined
  return LOOPBACK.has(request.raw.socket.remoteAddress ?? '')
}
