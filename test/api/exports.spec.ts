import ExcelJS from 'exceljs'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client
let story: Story

const NAMES = ['Tôn Nữ Thị Ánh Tuyết', '=HYPERLINK("http://x","bấm")', '+84905', '@SUM(A1:A9)', 'Đỗ, "Bảy" Mẫu']

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer, {
    prizes: [
      { tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: 'A bicycle' } },
      { tier: 'second', count: 2, reward: { vi: 'Giấy khen', en: 'A certificate' } },
    ],
  })
  for (const [index, name] of NAMES.entries()) await takePart(await stage.client('contestant', name), story, 8 - index)
})

async function download(format: 'csv' | 'xlsx', query = '') {
  const response = await organizer.send(
    'GET',
    `/api/admin/rounds/${story.roundId}/standings.${format}?locale=vi${query}`,
  )
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="[\\w-]+\\.${format}"$`),
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  return Buffer.from(await response.arrayBuffer())
}
const IN_FULL = '&reason=Ki%E1%BB%83m%20tra'

async function sheetOf(content: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(content as unknown as ArrayBuffer)
  return book.worksheets[0] as ExcelJS.Worksheet
}

it('WN-3, WN-14: standings open as a sheet, in the order of the ranking, with every mark in its place', async () => {
  const sheet = await sheetOf(await download('xlsx', IN_FULL))
  expect(sheet.rowCount).toBe(1 + NAMES.length)
  const column = (n: number) => Array.from({ length: NAMES.length }, (_, index) => sheet.getCell(index + 2, n).value)
  expect(sheet.getCell(1, 2).value).toBe('Họ và tên')
  expect(column(1)).toEqual([1, 2, 3, 4, 5])
  expect(column(2)).toEqual(NAMES)
  expect(column(3)).toEqual(NAMES.map(() => 'Thị trấn Tiên Kỳ'))
  expect(column(5)).toEqual([8, 7, 6, 5, 4])
  sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)))
})

it('standings as CSV are UTF-8 that Excel knows, and no name in them is a formula', async () => {
  const text = (await download('csv', IN_FULL)).toString('utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + NAMES.length)
  expect(lines[0]).toContain('Họ và tên')
  expect(lines[1]).toContain('Tôn Nữ Thị Ánh Tuyết')
  expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"",""bấm"")"`)
  expect(lines[3]).toContain("'+84905")
  expect(lines[4]).toContain("'@SUM(A1:A9)")
  expect(lines[5]).toContain('"Đỗ, ""Bảy"" Mẫu"')
})

it('the page of standings searches without marks and counts', async () => {
  const page = (query: object) =>
    organizer.get('standings', { params: { roundId: story.roundId }, query: query as never })
  expect(await page({ size: 2, page: 2 })).toMatchObject({ total: 5, rows: [{ rank: 3 }, { rank: 4 }] })
  expect(await page({ q: 'anh tuyet' })).toMatchObject({ total: 1, rows: [{ name: 'T. N. T. Á. Tuyết', rank: 1 }] })
  expect(await page({ page: 9 })).toMatchObject({ rows: [] })
})

it('who took a list along is in the log', async () => {
  const { rows } = await organizer.get('auditEntries', { query: { q: `round:${story.roundId}`, size: 100 } })
  expect(new Set(rows.map(({ act }) => act))).toEqual(
    new Set(['round.created', 'round.published', 'standings.exported']),
  )
})

it('what is asked wrongly is told so', async () => {
  const path = (roundId: string, format: string) => `/api/admin/rounds/${roundId}/standings.${format}`
  expect((await organizer.send('GET', path(story.roundId, 'docx'))).status).toBe(400)
  expect((await organizer.send('GET', path('5b1c9f0e-0000-4000-8000-000000000001', 'csv'))).status).toBe(404)
  expect((await organizer.send('GET', `${path(story.roundId, 'csv')}?locale=fr`)).status).toBe(400)
})

it('downloads that are broken off, again and again, leave the server able to answer', async () => {
  await stage.database.pool.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded)
     SELECT gen_random_uuid(), 'contestant', 'dong.' || n, 'x', 'Người Đông ' || n, 'nguoi dong ' || n FROM generate_series(1, 20000) n`,
  )
  await stage.database.pool.query(
    `INSERT INTO attempt (id, round_id, account_id, attempt_no, state, holder, form, started_at, deadline_at, accept_until, submitted_at, submit_kind, points, max_points, answered_count, time_used_s, receipt_code, closed_seq)
     SELECT gen_random_uuid(), $1, id, 1, 'submitted', 'h', '[]', now(), now(), now(), now(), 'by_participant', 1, 8, 8, 60, 'x', nextval('attempt_closed_seq')
     FROM account WHERE login LIKE 'dong.%'`,
    [story.roundId],
  )
  for (const format of ['csv', 'xlsx'])
    for (let n = 0; n < 14; n++) {
      const broken = new AbortController()
      const response = await fetch(`${stage.api.url}/api/admin/rounds/${story.roundId}/standings.${format}`, {
        headers: { cookie: `thiso=${organizer.cookies.get('thiso')}` },
        signal: broken.signal,
      })
      await response.body?.getReader().read()
      broken.abort()
    }
  // Every connection of the pool was in a download; were they not given back, this would wait for ever.
  const replies = await Promise.all(Array.from({ length: 20 }, () => organizer.call('contests')))
  for (const { status } of replies) expect(status).toBe(200)
  expect((await download('csv')).toString('utf8').split('\r\n')).toHaveLength(20_007)
})
