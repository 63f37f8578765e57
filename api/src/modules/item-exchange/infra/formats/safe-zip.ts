import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { ProblemError } from '../../../../kernel/problem-error.js'

/** What a zip may unfold to, in bytes and entries. */
export interface ZipLimits {
  entries: number
  entryBytes: number
  totalBytes: number
  /** Unpacked to packed, for entries above `ratioFromBytes`. */
  ratio: number
  ratioFromBytes: number
}

/**
 * A sheet of 10,000 items unfolds to some 15 MB with a ratio of 10; a document full of pictures hardly unfolds at all; a package of QTI
 * has a file for each of up to 20,000 items, and their pictures.
 */
const LIMITS: ZipLimits = {
  entries: 25_000,
  entryBytes: 45_000_000,
  totalBytes: 60_000_000,
  ratio: 200,
  ratioFromBytes: 1_000_000,
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LONG = 0x06064b50
const LOCATOR_LONG = 0x07064b50
const END_SIZE = 22
const LONG = 0xffffffff
const STORED = 0
const DEFLATED = 8
const UNIX_LINK = 0o120000
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

interface Entry {
  name: string
  method: number
  crc: number
  packedSize: number
  size: number
  local: number
}

const refuse = () => new ProblemError('UPLOAD.ARCHIVE_REFUSED')
const damaged = () => new ProblemError('UPLOAD.UNREADABLE', { reason: 'ZIP' })

/** Is it an OLE container, the shape of Office files before 2007 and of password-protected ones since? */
export function isOle(bytes: Uint8Array): boolean {
  return OLE.every((value, at) => bytes[at] === value)
}

/** The refusal of an OLE container: a file under a password holds its package in a stream of a fixed name. */
export function oleRefusal(bytes: Uint8Array): ProblemError {
  const holdsPackage = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  )
  return new ProblemError(holdsPackage ? 'UPLOAD.ENCRYPTED' : 'UPLOAD.OLD_OFFICE')
}

/**
 * Unfolds a zip in memory. The directory is read first and refused before anything is unfolded; what it declares is no proof, so that
 * every entry is unfolded no further than it declares. Archives within stay as they are.
 * @returns the content of each file by its path with `/`; folders are left out
 * @throws ProblemError UPLOAD.ARCHIVE_REFUSED, ENCRYPTED, OLD_OFFICE, MACROS or UNREADABLE (damaged)
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = LIMITS): Map<string, Uint8Array> {
  if (isOle(bytes)) throw oleRefusal(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(bytes, view, limits)
  checkSizes(entries, limits)
  const files = new Map<string, Uint8Array>()
  for (const { entry, from } of placed(entries, bytes, view)) {
    if (entry.name.endsWith('/')) continue
    files.set(entry.name, unfold(entry, bytes.subarray(from, from + entry.packedSize)))
  }
  refuseMacros(files)
  return files
}

/** A zip of files; the same files make the same bytes. Files that are packed already (pictures, sounds) are stored. */
export function makeZip(entries: Iterable<readonly [path: string, content: Uint8Array]>): Uint8Array {
  const packed = /\.(png|jpe?g|gif|webp|mp3|ogg|m4a)$/i
  const files = Object.fromEntries(
    [...entries].map(([path, content]) => [path, [content, { level: packed.test(path) ? 0 : 6 }] as const]),
  )
  return zipSync(files as Parameters<typeof zipSync>[0], { mtime: new Date(1980, 0, 1, 12) })
}

function directoryOf(bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] {
  const { from, to, count } = directorySpan(view)
  if (count > limits.entries) throw refuse()
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = from
  while (at < to) {
    if (at + 46 > to || view.getUint32(at, true) !== CENTRAL) throw refuse()
    const nameSize = view.getUint16(at + 28, true)
    const extraSize = view.getUint16(at + 30, true)
    const flags = view.getUint16(at + 8, true)
    if ((flags & 1) !== 0) throw new ProblemError('UPLOAD.ENCRYPTED')
    if (at + 46 + nameSize + extraSize > to) throw refuse()
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameSize), (flags & 0x800) !== 0)
    const unixMode = view.getUint32(at + 38, true) >>> 16
    if ((unixMode & 0o170000) === UNIX_LINK || names.has(name)) throw refuse()
    names.add(name)
    const [size, packedSize, local] = longFields(view, at, at + 46 + nameSize, extraSize)
    const method = view.getUint16(at + 10, true)
    if (method !== STORED && method !== DEFLATED) throw refuse()
    entries.push({ name, method, crc: view.getUint32(at + 16, true), packedSize, size, local })
    if (entries.length > limits.entries) throw refuse()
    at += 46 + nameSize + extraSize + view.getUint16(at + 32, true)
  }
  if (at !== to || entries.length !== count) throw refuse()
  return entries
}

/** Where the directory lies: it must end where its end record begins, and that must end with the file. */
function directorySpan(view: DataView): { from: number; to: number; count: number } {
  let end = view.byteLength - END_SIZE
  const last = Math.max(0, end - 0xffff)
  while (end >= last) {
    if (view.getUint32(end, true) === END && end + END_SIZE + view.getUint16(end + 20, true) === view.byteLength) break
    end--
  }
  if (end < last || end < 0) throw damaged()
  const classic = {
    count: view.getUint16(end + 10, true),
    from: view.getUint32(end + 16, true),
    size: view.getUint32(end + 12, true),
  }
  let to = end
  let { count, from, size } = classic
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_LONG) {
    to = long(view, end - 20 + 8)
    if (to + 56 > end || view.getUint32(to, true) !== END_LONG) throw refuse()
    count = long(view, to + 32)
    size = long(view, to + 40)
    from = long(view, to + 48)
  }
  if (from + size !== to) throw refuse()
  return { from, to, count }
}

/** Sizes and place of an entry; fields too large for 32 bits, or written so, stand in the extra field. */
function longFields(view: DataView, at: number, extraAt: number, extraSize: number): [number, number, number] {
  const fields: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]
  if (!fields.includes(LONG)) return fields
  let extra = extraAt
  while (extra + 4 <= extraAt + extraSize) {
    const size = view.getUint16(extra + 2, true)
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4
      return fields.map((value) => {
        if (value !== LONG) return value
        if (field + 8 > extra + 4 + size) throw refuse()
        field += 8
        return long(view, field - 8)
      }) as [number, number, number]
    }
    extra += 4 + size
  }
  throw refuse()
}

function long(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > 0xffff_ffff_ffffn) throw refuse()
  return Number(value)
}

/** A path that stays within its folder; some writers put `\` for `/`. */
function nameOf(raw: Uint8Array, isUtf8: boolean): string {
  const name = new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(raw).replaceAll('\\', '/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a path are what is refused
  const isTricky = name === '' || /^\/|^[a-z]:|[\u0000-\u001f]/i.test(name) || name.split('/').includes('..')
  if (isTricky) throw refuse()
  return name
}

function checkSizes(entries: Entry[], limits: ZipLimits): void {
  let total = 0
  for (const { size, packedSize } of entries) {
    total += size
    if (size > limits.entryBytes || total > limits.totalBytes) throw refuse()
    if (size > limits.ratioFromBytes && size > packedSize * limits.ratio) throw refuse()
  }
}

/** Where each content lies; no two may share bytes, or a small file could unfold the same bytes a thousand times. */
function placed(entries: Entry[], bytes: Uint8Array, view: DataView): { entry: Entry; from: number }[] {
  const spans = entries.map((entry) => {
    const { local } = entry
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw refuse()
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + entry.packedSize > bytes.length) throw refuse()
    return { entry, from }
  })
  const inOrder = spans.toSorted((a, b) => a.entry.local - b.entry.local)
  inOrder.forEach(({ entry, from }, i) => {
    const next = inOrder[i + 1]
    if (next && from + entry.packedSize > next.entry.local) throw refuse()
  })
  return spans
}

/** Node's own inflater stops at a given length whatever the data says. */
function unfold(entry: Entry, packed: Uint8Array): Uint8Array {
  let content: Uint8Array
  if (entry.method === STORED) content = packed
  else if (packed.length === 0) content = new Uint8Array()
  else
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    } catch (error) {
      throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? refuse() : damaged()
    }
  if (content.length !== entry.size) throw refuse()
  if (crc32(content) !== entry.crc) throw damaged()
  return content
}

function refuseMacros(files: Map<string, Uint8Array>): void {
  const types = files.get('[Content_Types].xml')
  const text = types ? new TextDecoder().decode(types) : ''
  const hasProject = [...files.keys()].some((name) => /(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i.test(name))
  if (hasProject || /macroEnabled|vbaProject|ms-excel\.macrosheet/i.test(text)) throw new ProblemError('UPLOAD.MACROS')
}
