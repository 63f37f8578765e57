import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Shorter texts fit a packet or two anyway. */
const LEAST_BYTES = 4_000
/** Light levels: a paper takes a fraction of a millisecond, in the thread pool. */
const BROTLI_QUALITY = 4
const GZIP_LEVEL = 5

/**
 * Compresses long JSON (papers, reviews, lists) for those who reach the server without a proxy that does, as in a school's own network.
 * Behind a proxy nothing is done twice.
 */
export function addCompression(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < LEAST_BYTES || reply.hasHeader('content-encoding'))
      return payload
    if (!String(reply.getHeader('content-type') ?? '').includes('json')) return payload
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    if (!encoding) return payload
    const packed =
      encoding === 'br'
        ? await brotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
        : await zip(payload, { level: GZIP_LEVEL })
    reply.header('content-encoding', encoding).header('vary', 'accept-encoding').removeHeader('content-length')
    return packed
  })
}
