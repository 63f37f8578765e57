import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { makeZip, openZip } from './safe-zip.js'

interface Part {
  name: string
  content: Uint8Array
  method?: number
  /** What the directory says of the size. */
  declared?: number
  flags?: number
  mode?: number
  /** Another place than its own. */
  local?: number
  crc?: number
  /** Sizes and place in the long fields. */
  isLong?: boolean
}

/** A zip written by hand, so that it can say what is not so. */
function zip(parts: Part[], { after = Buffer.alloc(0), count = parts.length, shift = 0 } = {}): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { content, method = 8, declared = content.length, flags = 0x800, mode = 0, isLong = false } = part
    const name = Buffer.from(part.name)
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    locals.push(local, name, packed)
    const entry = Buffer.alloc(46)
    const place = part.local ?? offset
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(part.crc ?? crc32(content), 16)
    entry.writeUInt32LE(isLong ? 0xffffffff : packed.length, 20)
    entry.writeUInt32LE(isLong ? 0xffffffff : declared, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(isLong ? 0xffffffff : place, 42)
    const extra = Buffer.alloc(isLong ? 28 : 0)
    if (isLong) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(24, 2)
      extra.writeBigUInt64LE(BigInt(declared), 4)
      extra.writeBigUInt64LE(BigInt(packed.length), 12)
      extra.writeBigUInt64LE(BigInt(place), 20)
    }
    entry.writeUInt16LE(extra.length, 30)
    entries.push(entry, name, extra)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset + shift, 16)
  return Buffer.concat([...locals, directory, end, after])
}

const bytes = (text: string) => new TextEncoder().encode(text)
const zeros = (size: number) => new Uint8Array(size)
const noise = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 2654435761) >>> 13)
const few = { entries: 3, entryBytes: 1_000, totalBytes: 1_500, ratio: 10, ratioFromBytes: 500 }

describe('a zip', () => {
  it('comes back as it was packed, the same every time', () => {
    const files = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,6}(\/[a-zđ]{1,6}){0,2}\.(xml|png)$/), fc.uint8Array({ maxLength: 300 })),
      { selector: ([name]) => name, maxLength: 12 },
    )
    fc.assert(
      fc.property(files, (entries) => {
        const packed = makeZip(entries)
        expect([...openZip(packed)].map(([name, content]) => [name, [...content]])).toEqual(
          entries.map(([name, content]) => [name, [...content]]),
        )
        expect(Buffer.from(makeZip(entries)).equals(packed)).toBe(true)
      }),
    )
  })

  it('may have long fields, stored parts, folders and paths with backslashes', () => {
    const files = openZip(
      zip([
        { name: 'a/', content: zeros(0), method: 0 },
        { name: 'a\\b.xml', content: bytes('one'), isLong: true },
        { name: 'đ.txt', content: bytes('two'), method: 0 },
      ]),
    )
    expect([...files.keys()]).toEqual(['a/b.xml', 'đ.txt'])
    expect(Buffer.from(files.get('a/b.xml') ?? []).toString()).toBe('one')
  })

  it('may hold another zip, which stays packed', () => {
    const inner = makeZip([['bomb.txt', zeros(1_000)]])
    expect(Buffer.from(openZip(makeZip([['inner.zip', inner]])).get('inner.zip') ?? []).equals(inner)).toBe(true)
  })

  it.each([
    ['too many entries', zip([1, 2, 3, 4].map((n) => ({ name: `${n}`, content: zeros(1) })))],
    ['an entry too large', zip([{ name: 'a', content: noise(1_001) }])],
    ['too much altogether', zip([1, 2].map((n) => ({ name: `${n}`, content: noise(800) })))],
    ['an entry that unfolds to more than a hundredfold', zip([{ name: 'a', content: zeros(900) }])],
    ['an entry larger than it declares', zip([{ name: 'a', content: zeros(400_000), declared: 400 }])],
    ['an entry smaller than it declares', zip([{ name: 'a', content: noise(300), declared: 400 }])],
    ['a stored entry larger than it declares', zip([{ name: 'a', content: noise(900), declared: 10, method: 0 }])],
    ['a way up', zip([{ name: '../a', content: zeros(1) }])],
    ['a way up with backslashes', zip([{ name: 'x\\..\\..\\a', content: zeros(1) }])],
    ['a path from the root', zip([{ name: '/etc/a', content: zeros(1) }])],
    ['a path with a drive', zip([{ name: 'c:a', content: zeros(1) }])],
    ['a path with a zero', zip([{ name: 'a\u0000.xml', content: zeros(1) }])],
    ['an empty path', zip([{ name: '', content: zeros(1) }])],
    ['a link', zip([{ name: 'a', content: bytes('b'), mode: 0o120777 }])],
    ['one name twice', zip([1, 2].map(() => ({ name: 'a', content: zeros(1) })))],
    [
      'two names for the same bytes',
      zip([
        { name: 'a', content: noise(90) },
        { name: 'b', content: noise(90), local: 0 },
      ]),
    ],
    ['an unknown packing', zip([{ name: 'a', content: zeros(1), method: 12 }])],
    ['a wrong count', zip([{ name: 'a', content: zeros(1) }], { count: 2 })],
    ['bytes between its parts', zip([{ name: 'a', content: zeros(1) }], { shift: -1 })],
    ['an entry that lies outside', zip([{ name: 'a', content: zeros(1), local: 5_000 }])],
  ] as [string, Uint8Array][])('with %s is refused', (_, packed) => {
    expect(() => openZip(packed, few)).toThrow('UPLOAD.ARCHIVE_REFUSED')
  })

  it.each([
    ['cut off', makeZip([['a', noise(500)]]).subarray(0, 300), 'UPLOAD.UNREADABLE'],
    ['with bytes after it', zip([{ name: 'a', content: zeros(1) }], { after: Buffer.from('x') }), 'UPLOAD.UNREADABLE'],
    ['no zip at all', bytes('PK? no.'), 'UPLOAD.UNREADABLE'],
    ['nothing', zeros(0), 'UPLOAD.UNREADABLE'],
    ['with a wrong check sum', zip([{ name: 'a', content: zeros(9), crc: 1 }]), 'UPLOAD.UNREADABLE'],
    ['under a password', zip([{ name: 'a', content: zeros(9), flags: 1 }]), 'UPLOAD.ENCRYPTED'],
    ['with macros', makeZip([['word/vbaProject.bin', zeros(9)]]), 'UPLOAD.MACROS'],
    [
      'that calls itself a file with macros',
      makeZip([
        [
          '[Content_Types].xml',
          bytes('<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'),
        ],
      ]),
      'UPLOAD.MACROS',
    ],
    ['of old Office', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(600)]), 'UPLOAD.OLD_OFFICE'],
    [
      'of new Office under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'UPLOAD.ENCRYPTED',
    ],
  ])('%s is refused for what it is', (_, packed, code) => {
    expect(() => openZip(packed)).toThrow(code)
  })

  it('of a thousand-fold bomb is refused before it is unfolded', () => {
    const bomb = makeZip([['a', zeros(30_000_000)]])
    expect(bomb.length).toBeLessThan(60_000)
    expect(() => openZip(bomb)).toThrow('UPLOAD.ARCHIVE_REFUSED')
  })
})
