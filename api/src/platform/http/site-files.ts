import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const DOCS_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Thi Số API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="swagger-ui"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`
const DOCS_START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null })`

/**
 * What browsers heed on pages alone. Some twenty built files come with a first paper, and a third of a kilobyte with each is felt on a
 * phone. The content security policy stays: a worker takes that of its own file.
 */
const OF_PAGES = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]

/**
 * The two apps and the contract's page. Built files carry a hash in their names and may be kept for a year; the pages
 * themselves are asked for each time. Unknown addresses of an app get its page, unknown files get 404.
 */
export async function addSiteFiles(fastify: FastifyInstance, webRoot: string, adminRoot: string): Promise<void> {
  let isFirst = true
  for (const { root, prefix } of [
    { root: webRoot, prefix: '/' },
    { root: adminRoot, prefix: '/admin/' },
  ]) {
    if (!existsSync(join(root, 'index.html'))) continue
    await fastify.register(fastifyStatic, {
      root,
      prefix,
      wildcard: false,
      index: false,
      preCompressed: true,
      decorateReply: isFirst,
      globIgnore: ['**/*.br', '**/*.gz', 'index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
        if (!path.endsWith('.html')) for (const name of OF_PAGES) reply.raw.removeHeader(name)
      },
    })
    isFirst = false
    const page = await readFile(join(root, 'index.html'))
    const sendPage = (reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
    fastify.get(prefix, (_request, reply) => sendPage(reply))
    if (prefix === '/admin/') {
      fastify.get('/admin', (_request, reply) => reply.redirect('/admin/'))
      fastify.get('/admin/*', (request, reply) => (isFile(request.url) ? notFound(reply) : sendPage(reply)))
    } else {
      fastify.get('/*', (request, reply) =>
        isFile(request.url) || request.url.startsWith('/api/') ? notFound(reply) : sendPage(reply),
      )
    }
  }
  await addDocs(fastify, isFirst)
}

async function addDocs(fastify: FastifyInstance, isFirst: boolean): Promise<void> {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  await fastify.register(fastifyStatic, { root, prefix: '/api/docs/', serve: false, decorateReply: isFirst })
  // Swagger UI writes style attributes; nothing else of the site may.
  const relax = (reply: FastifyReply) =>
    reply.header(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    )
  fastify.get('/api/docs', (_request, reply) => relax(reply).type('text/html; charset=utf-8').send(DOCS_PAGE))
  fastify.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(DOCS_START))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    fastify.get(`/api/docs/${file}`, (_request, reply) => reply.sendFile(file, root))
}

function isFile(url: string): boolean {
  return /\.[a-z0-9]{2,5}(\?|$)/i.test(url) || url.includes('/assets/')
}

function notFound(reply: FastifyReply) {
  return reply.callNotFound()
}
