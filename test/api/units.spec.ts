import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

const HEADERS = ['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Mã cấp trên', 'Có từ ngày', 'Có đến ngày']

async function sheet(...rows: (string | Date | null)[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('Đơn vị')
  page.addRow(HEADERS)
  for (const row of rows) page.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const send = (content: Buffer, isPreview: boolean) =>
  organizer.call('importUnits', {
    body: { fileName: 'don-vi.xlsx', contentBase64: content.toString('base64'), isPreview },
  })
const codes = async () =>
  (await organizer.get('adminUnits', { query: { asOf: '2021-06-30' } })).units.map(({ code }) => code)

/** A zip of one entry, with sizes that may be lies. */
function zip(name: string, content: Buffer, declaredSize = content.length): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(declaredSize, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(declaredSize, 24)
  entry.writeUInt16LE(name.length, 28)
  const from = local.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(from, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

it('the template is a sheet that can be sent back as it is', async () => {
  const response = await organizer.send('GET', '/api/admin/units/template.xlsx')
  expect(response.headers.get('content-disposition')).toContain('mau-don-vi.xlsx')
  const content = Buffer.from(await response.arrayBuffer())
  const reply = await send(content, true)
  // Tiên Phước is there already under its code and differs from the example by its last day.
  expect(reply.body).toMatchObject({ isPreview: true, updateCount: 2, createCount: 0, refuseCount: 0 })
})

it('UN-3: a preview says line by line what would happen, and does nothing', async () => {
  const content = await sheet(
    ['QNM.NUITHANH', 'Huyện Núi Thành', 'huyện', 'QNM', null, '2025-06-30'],
    ['QNM.NUITHANH.TAMHAI', 'Xã đảo Tam Hải', 'xã', 'QNM.NUITHANH', null, new Date('2025-06-30T00:00:00Z')],
    ['QNM.HOIAN', 'Thành phố Hội An', 'huyện', 'QNM', null, null],
    ['QNM.HOIAN.MINHAN', 'Phường Minh An cũ', 'xã', 'QNM.HOIAN', null, null],
    ['QNM.LAC', 'Xã lạc', 'xã', 'KHONG.CO', null, null],
    ['QNM.SAINGAY', 'Xã sai ngày', 'xã', 'QNM', '31/12/2020', null],
  )
  const before = await codes()
  const { body } = await send(content, true)
  expect(body.rows.map(({ line, action }) => [line, action])).toEqual([
    [2, 'create'],
    [3, 'create'],
    [4, 'keep'],
    [5, 'update'],
    [6, 'refuse'],
    [7, 'refuse'],
  ])
  expect(body).toMatchObject({ createCount: 2, keepCount: 1, updateCount: 1, refuseCount: 2 })
  expect(body.rows[4]?.problem?.vi).toContain('KHONG.CO')
  expect(body.rows[5]?.problem?.en).toContain('31/12/2020')
  expect(await codes()).toEqual(before)

  expect((await send(content, false)).body).toMatchObject({ isPreview: false, createCount: 2, refuseCount: 2 })
  const after = await organizer.get('adminUnits', { query: { asOf: '2025-06-30' } })
  expect(after.units.find(({ code }) => code === 'QNM.NUITHANH.TAMHAI')).toMatchObject({
    name: 'Xã đảo Tam Hải',
    kind: 'commune',
    parentId: after.units.find(({ code }) => code === 'QNM.NUITHANH')?.id,
    validTo: '2025-06-30',
  })
  expect(after.units.find(({ code }) => code === 'QNM.HOIAN.MINHAN')?.name).toBe('Phường Minh An cũ')
  const next = await organizer.get('adminUnits', { query: { asOf: '2025-07-01' } })
  expect(next.units.map(({ code }) => code)).not.toContain('QNM.NUITHANH.TAMHAI')

  expect((await send(content, false)).body).toMatchObject({
    createCount: 0,
    updateCount: 0,
    keepCount: 4,
    refuseCount: 2,
  })
})

it('a parent may stand further down, a loop may not stand anywhere', async () => {
  const { body } = await send(
    await sheet(
      ['AAA.1', 'Con trước cha', 'xã', 'AAA', null, null],
      ['AAA', 'Cha', 'huyện', 'QNM', null, null],
      ['VONG.1', 'Vòng một', 'xã', 'VONG.2', null, null],
      ['VONG.2', 'Vòng hai', 'xã', 'VONG.1', null, null],
    ),
    false,
  )
  expect(body.rows.map(({ action }) => action)).toEqual(['create', 'create', 'refuse', 'refuse'])
  expect(await codes()).toEqual(expect.arrayContaining(['AAA', 'AAA.1']))
})

it('people can choose the new units at once', async () => {
  const { units } = await stage.guest().get('units', { query: { asOf: '2021-06-30' } })
  expect(units.map(({ name }) => name)).toContain('Xã đảo Tam Hải')
})

it('an import is in the log', async () => {
  const { rows } = await organizer.get('auditEntries', { query: { q: 'units.imported' } })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]).toMatchObject({ subject: 'file:don-vi.xlsx', detail: { rowCount: 4, writtenCount: 2 } })
})

describe('what is no sheet is told so and harms nothing', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('code,name\nA,B')],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['a zip of something else', zip('hello.txt', Buffer.from('xin chào'))],
    ['a zip that is cut off', zip('xl/workbook.xml', Buffer.alloc(5_000)).subarray(0, 60)],
    ['a sheet of an old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('%s', async (_, content) => {
    const { code } = await send(content, false)
    expect(['UNIT.IMPORT_UNREADABLE', 'REQUEST.INVALID']).toContain(code)
  })

  it('a zip that unfolds to a hundred times its size', async () => {
    const bomb = zip('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32))
    expect(bomb.length).toBeLessThan(100_000)
    expect((await send(bomb, true)).code).toBe('UNIT.IMPORT_UNREADABLE')
  })

  it('one that lies about it', async () => {
    const before = await memoryOf()
    const bomb = zip('xl/worksheets/sheet1.xml', Buffer.alloc(300_000_000, 32), 1_000)
    expect(bomb.length).toBeLessThan(500_000)
    expect((await send(bomb, true)).code).toBe('UNIT.IMPORT_UNREADABLE')
    expect((await memoryOf()) - before).toBeLessThan(200_000_000)
  })

  it('too many lines', async () => {
    const lines = Array.from({ length: 20_050 }, (_, n) => [`D${n}`, `Đơn vị ${n}`, 'xã', 'QNM', null, null])
    expect((await send(await sheet(...lines), true)).code).toBe('UNIT.IMPORT_UNREADABLE')
  })

  it('too many bytes', async () => {
    const reply = await organizer.call('importUnits', {
      body: { fileName: 'to.xlsx', contentBase64: 'A'.repeat(4_000_004), isPreview: true },
    })
    expect(reply.code).toBe('REQUEST.INVALID')
  })

  it('and the server goes on', async () => {
    expect((await organizer.call('adminUnits')).status).toBe(200)
  })
})

/** What the server holds, in bytes, by its own figures. */
async function memoryOf(): Promise<number> {
  const text = await (await stage.guest().send('GET', '/api/metrics')).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
}
