import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../../kernel/problem-error.js'

/** The largest file that anybody may send. */
export const UPLOAD_MEGABYTES = 20

const FIELDS_MAX = 6
const FIELD_BYTES_MAX = 2_000

export interface Upload {
  fileName: string
  bytes: Buffer
  fields: Record<string, string>
}

/** Multipart forms, for the few endpoints that ask for them; every other endpoint goes on taking JSON only. */
export async function addUploads(fastify: FastifyInstance): Promise<void> {
  await fastify.register(
    multipart as never,
    {
      limits: {
        fileSize: UPLOAD_MEGABYTES * 1024 * 1024,
        files: 1,
        fields: FIELDS_MAX,
        fieldSize: FIELD_BYTES_MAX,
        parts: FIELDS_MAX + 1,
        headerPairs: 20,
      },
      throwFileSizeLimit: true,
    } as never,
  )
}

/**
 * The one file of a multipart request with the fields beside it.
 * @throws ProblemError UPLOAD.MISSING, UPLOAD.TOO_LARGE (at once when the request says so itself), REQUEST.INVALID
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > (UPLOAD_MEGABYTES + 1) * 1024 * 1024) throw tooLarge()
  if (!request.isMultipart()) throw new ProblemError('UPLOAD.MISSING')
  const fields: Record<string, string> = {}
  let file: Pick<Upload, 'fileName' | 'bytes'> | undefined
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file')
        file = { fileName: part.filename.normalize('NFC').slice(-200), bytes: await bytesOf(part.file) }
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value
    }
  } catch (error) {
    // What still comes is read and thrown away: a browser shows the answer only once it has sent everything.
    request.raw.resume()
    if (error instanceof ProblemError || (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw tooLarge()
    // Nothing but the form itself is looked at here: whatever else goes wrong, it was not well-formed or not sent to its end.
    throw new ProblemError('REQUEST.INVALID')
  }
  if (!file || file.bytes.length === 0) throw new ProblemError('UPLOAD.MISSING')
  return { ...file, fields }
}

/** Read by hand: the answer must not wait for the end of a file that is too large. */
async function bytesOf(file: MultipartFile['file']): Promise<Buffer> {
  file.once('limit', () => file.destroy(tooLarge()))
  const chunks: Buffer[] = []
  for await (const chunk of file as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function tooLarge(): ProblemError {
  return new ProblemError('UPLOAD.TOO_LARGE', { megabytes: UPLOAD_MEGABYTES })
}
