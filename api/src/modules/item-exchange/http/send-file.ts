import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends a file to be kept, never to be shown in the page. */
export async function sendFile(
  reply: FastifyReply,
  name: string,
  file: { content: Buffer | Readable; extension: string; mime: string },
): Promise<void> {
  await reply
    .header('content-type', file.mime)
    .header('content-disposition', `attachment; filename="${name}.${file.extension}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(file.content)
}
