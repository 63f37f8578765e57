import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = Buffer.from('PK\u0005\u0006', 'latin1')
const LONG = 0xffffffff
const STORED = 0
const DEFLATED = 8

/**
 * Whether everything in a zip unfolds to at most `limit` bytes. What its directory declares is no proof, so each part is
 * unfolded, and no further than the limit. Also false for what is no plain zip: cut off, with bytes before or between that
 * two readers might take differently, or with the long fields that a small file has no use for.
 */
export async function unfoldsWithin(zip: Buffer, limit: number): Promise<boolean> {
  try {
    let left = limit
    for (const { at, size, method } of partsOf(zip)) {
      const packed = zip.subarray(at, at + size)
      if (packed.length !== size) return false
      if (method === STORED) left -= size
      else if (size > 0) left -= (await inflate(packed, { maxOutputLength: Math.max(1, left) })).length
      if (left < 0) return false
    }
    return true
  } catch {
    return false
  }
}

/** Where each part's content lies. @throws RangeError where the zip is not as it must be */
function partsOf(zip: Buffer): { at: number; size: number; method: number }[] {
  const end = zip.lastIndexOf(END)
  if (end < 0 || zip.readUInt32LE(0) !== LOCAL) throw new RangeError('no zip')
  const from = zip.readUInt32LE(end + 16)
  const isWhole = from + zip.readUInt32LE(end + 12) === end && end + 22 + zip.readUInt16LE(end + 20) === zip.length
  if (!isWhole) throw new RangeError('bytes that belong to nothing')
  const parts: { at: number; size: number; method: number }[] = []
  let at = from
  while (at < end) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new RangeError('no directory entry')
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    if ([size, zip.readUInt32LE(at + 24), local].includes(LONG)) throw new RangeError('long fields')
    if (method !== STORED && method !== DEFLATED) throw new RangeError('unknown packing')
    if (zip.readUInt32LE(local) !== LOCAL) throw new RangeError('no content')
    parts.push({ at: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28), size, method })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (parts.length === 0) throw new RangeError('nothing in it')
  return parts
}
