import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gz: 'application/gzip',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Sends a file to be kept, never to be shown in the page or kept on the way.
 * @param name with its ending, in ASCII; the ending tells the type unless `mime` does
 * @param fullName the name with its Vietnamese letters, for browsers that read it (RFC 6266)
 */
export async function sendFile(
  reply: FastifyReply,
  name: string,
  content: Buffer | string | Readable,
  { mime, fullName }: { mime?: string; fullName?: string } = {},
): Promise<void> {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  await reply
    .header('content-type', mime ?? TYPES[ending] ?? 'application/octet-stream')
    .header(
      'content-disposition',
      `attachment; filename="${name}"${fullName === undefined ? '' : `; filename*=UTF-8''${encoded(fullName)}`}`,
    )
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(content)
}

/** As RFC 8187 wants it in a header. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
