import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { type Cell, csvStream, xlsxStream } from './table-files.js'

const columns = [
  { header: 'Họ và tên', width: 20 },
  { header: 'Điểm', width: 8 },
]

/** Endless pages, like a round with very many people; says whether it was told to stop. */
function endless() {
  const state = { pages: 0, isStopped: false }
  async function* pages(): AsyncIterable<Cell[][]> {
    try {
      for (;;) {
        state.pages++
        await sleep(1)
        yield Array.from({ length: 500 }, (_, index): Cell[] => [`Nguyễn Văn ${state.pages}-${index}`, index])
      }
    } finally {
      state.isStopped = true
    }
  }
  return { state, rows: pages() }
}

async function* once(...pages: Cell[][][]): AsyncIterable<Cell[][]> {
  yield* pages
}

async function read(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

it('a sheet is read back as it was written, and nothing in it is a formula', async () => {
  const rows: Cell[][] = [
    ['Trần Thị Ánh Tuyết', 9],
    ['=1+1', -3],
    ['@SUM(A1)', null],
  ]
  const book = new ExcelJS.Workbook()
  const content = await read(xlsxStream('Xếp hạng: Đợt 1 [2026/11] của cả tỉnh Quảng Nam', columns, once(rows)))
  await book.xlsx.load(content as unknown as ArrayBuffer)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  expect(sheet.name.length).toBeLessThanOrEqual(31)
  expect(sheet.getRow(1).values).toEqual([undefined, 'Họ và tên', 'Điểm'])
  expect([2, 3, 4].map((n) => sheet.getCell(n, 1).value)).toEqual(rows.map(([name]) => name))
  expect(sheet.getCell(3, 1).type).toBe(ExcelJS.ValueType.String)
  expect(sheet.getCell(3, 2).value).toBe(-3)
})

it.each([`Xếp hạng 'Đợt mở rộng'`, 'Xếp hạng [1/2]: *?', `Xếp hạng ${'x'.repeat(21)}🎉`])(
  'a sheet may be called %s, made fit for a tab',
  async (title) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await read(xlsxStream(title, columns, once([['An', 1]])))) as unknown as ArrayBuffer)
    const { name } = book.worksheets[0] as ExcelJS.Worksheet
    expect(name).toMatch(/^Xếp hạng/)
    expect(name).not.toMatch(/[*?:\\/[\]]|'$|^'/)
    expect(name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  },
)

it('a CSV file says that it is UTF-8', async () => {
  const content = await read(csvStream(columns, once([['Đỗ Ánh', 9]], [['Lê Lợi', 8]])))
  expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(content.toString('utf8').slice(1)).toBe('Họ và tên,Điểm\r\nĐỗ Ánh,9\r\nLê Lợi,8\r\n')
})

describe.each([
  ['csv', (rows: AsyncIterable<Cell[][]>) => csvStream(columns, rows)],
  ['xlsx', (rows: AsyncIterable<Cell[][]>) => xlsxStream('Xếp hạng', columns, rows)],
] as const)('a %s download', (_, make) => {
  it('waits for a slow reader instead of filling the memory', async () => {
    const { state, rows } = endless()
    const stream = make(rows)
    await sleep(400)
    expect(state.pages).toBeLessThan(60)
    stream.destroy()
  })

  it('that is broken off stops reading the rows', async () => {
    const { state, rows } = endless()
    const stream = make(rows)
    stream.on('error', () => undefined)
    await new Promise((resolve) => stream.once('data', resolve))
    stream.destroy()
    for (let n = 0; n < 50 && !state.isStopped; n++) await sleep(20)
    expect(state.isStopped).toBe(true)
  })

  it('whose rows fail ends in an error, not in a file that looks whole', async () => {
    async function* failing(): AsyncIterable<Cell[][]> {
      yield [['An', 1]]
      throw new Error('the database is away')
    }
    await expect(read(make(failing()))).rejects.toThrow('the database is away')
  })
})
