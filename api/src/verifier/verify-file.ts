import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BundleError } from '../modules/proof/domain/bundle-reader.js'
import type { Kept } from './check-notes.js'
import type { Findings } from './findings.js'
import { BundleVerifier } from './verify-bundle.js'

/** What begins a file that gzip made. */
const GZIP = [0x1f, 0x8b]
/** Longer than any line of a bundle. */
const LINE_MOST = 4 * 1024 * 1024

/**
 * Verifies a bundle that lies in a file, as it is or compressed by gzip, line after line.
 * @throws BundleError for what is no bundle; the errors of the file system
 */
export async function verifyFile(file: string, kept: Kept): Promise<Findings> {
  const verifier = new BundleVerifier(kept)
  const isCompressed = await isGzip(file)
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 })
  const source = isCompressed ? stream.pipe(createGunzip()) : stream
  stream.on('error', (error) => source.destroy(error))
  for await (const text of linesOf(source)) verifier.line(text)
  return verifier.end()
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && GZIP.every((byte, index) => buffer[index] === byte)
  } finally {
    await handle.close()
  }
}

/** @throws BundleError for a last line without its end, and for one that never ends */
async function* linesOf(source: Readable): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  let count = 0
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.toString('utf8', from, end)
      count++
      from = end + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > LINE_MOST) throw new BundleError(count + 1, 'dòng quá dài', 'is too long')
  }
  if (rest.length > 0)
    throw new BundleError(count + 1, 'dòng cuối bị cắt: tệp chưa tải xong', 'is cut off: the file is not complete')
}
