import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { unfoldsWithin } from './zip-size.js'

interface Part {
  content: Buffer
  method?: number
  declared?: number
}

function zip(parts: Part[], between = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { content, method = 8, declared = content.length } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(31)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(declared, 22)
    local.writeUInt16LE(1, 26)
    const entry = Buffer.alloc(47)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(1, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, packed)
    entries.push(entry)
    offset += local.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(entries.length * 47, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, between, ...entries, end])
}

const zeros = (bytes: number) => Buffer.alloc(bytes)

it.each([
  ['one part', [{ content: zeros(1_000) }], 1_000, true],
  ['one byte too much', [{ content: zeros(1_000) }], 999, false],
  ['the sum of the parts', [{ content: zeros(600) }, { content: zeros(400), method: 0 }], 1_000, true],
  ['the sum of the parts, too much', [{ content: zeros(600) }, { content: zeros(401), method: 0 }], 1_000, false],
  ['an empty part', [{ content: zeros(0), method: 0 }, { content: zeros(10) }], 10, true],
  ['less than there is', [{ content: zeros(5_000_000), declared: 10 }], 1_000, false],
  ['more than there is', [{ content: zeros(10), declared: 5_000_000 }], 1_000, true],
  ['a part in an unknown packing', [{ content: zeros(10), method: 12 }], 1_000, false],
  ['a long field', [{ content: zeros(10), declared: 0xffffffff }], 1_000, false],
] as [string, Part[], number, boolean][])('a zip with %s', async (_, parts, limit, expected) => {
  expect(await unfoldsWithin(zip(parts), limit)).toBe(expected)
})

it('a real sheet', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Đơn vị').addRow(['QNM', 'Tỉnh Quảng Nam'])
  const content = Buffer.from(await book.xlsx.writeBuffer())
  expect(await unfoldsWithin(content, 1_000_000)).toBe(true)
  expect(await unfoldsWithin(content, 1_000)).toBe(false)
})

it('what two readers might take differently is refused', async () => {
  const good = zip([{ content: zeros(10) }])
  expect(await unfoldsWithin(good, 100)).toBe(true)
  expect(await unfoldsWithin(Buffer.concat([Buffer.from('before'), good]), 100)).toBe(false)
  expect(await unfoldsWithin(Buffer.concat([good, good]), 100)).toBe(false)
  expect(await unfoldsWithin(zip([{ content: zeros(10) }], Buffer.from('between')), 100)).toBe(false)
})

it('what is cut off, or no zip at all, is refused', async () => {
  const good = zip([{ content: zeros(1_000) }, { content: zeros(50) }])
  for (let length = 0; length < good.length; length++)
    expect([length, await unfoldsWithin(good.subarray(0, length), 100_000)]).toEqual([length, false])
  expect(await unfoldsWithin(Buffer.from('xin chào'), 100)).toBe(false)
})
