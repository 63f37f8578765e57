import type { FastifyReply } from 'fastify'
import { fileName } from '../domain/file-name.js'

const TYPES = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Sends a file to be kept, never to be shown in the page or kept on the way. @param parts of its name */
export async function sendFile(
  reply: FastifyReply,
  parts: readonly string[],
  extension: keyof typeof TYPES,
  bytes: Buffer,
): Promise<void> {
  const { ascii, full } = fileName(parts, extension)
  await reply
    .header('content-type', TYPES[extension])
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(full)}`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(bytes)
}

/** As RFC 8187 wants it in a header. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
