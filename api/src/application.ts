import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'
import type { Settings } from './platform/config/settings.js'
import { addCompression } from './platform/http/compression.js'
import { addOperations } from './platform/http/operations.js'
import { addSiteFiles } from './platform/http/site-files.js'
import { addUploads } from './platform/http/upload.js'
import { LiveIoAdapter } from './platform/sockets/io.adapter.js'

/** The largest body that any endpoint takes: a unit sheet of 3 MB in base 64, with room. */
const BODY_LIMIT = 4_300_000

/** The whole API with both apps, ready to listen. */
export async function createApplication(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings),
    new FastifyAdapter({
      trustProxy: settings.isBehindProxy,
      bodyLimit: BODY_LIMIT,
      logger: false,
      // A file of 20 MB over the line of a village school.
      requestTimeout: 120_000,
    }),
    { logger: ['error', 'fatal'], abortOnError: false },
  )
  app.setGlobalPrefix('api')
  app.useWebSocketAdapter(new LiveIoAdapter(app, settings))
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'])
  const isSecure = settings.publicUrl?.startsWith('https:') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  // Cookies are only written through the plugin; the one that is read is read by hand.
  await app.register(cookie, { hook: false })
  const fastify = app.getHttpAdapter().getInstance()
  await addUploads(fastify)
  if (!settings.isBehindProxy) addCompression(fastify)
  addOperations(fastify, app, settings)
  await addSiteFiles(fastify, dist('../../web/dist'), dist('../../admin/dist'))
  return app
}

function dist(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
