import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { makeContest } from '../support/story'

const stage = useStage()
let organizer: Client
let administrator: Client

beforeAll(async () => {
  organizer = await stage.client('organizer', 'Trần Thị Bích "Ngọc", ban tổ chức')
  administrator = await stage.client('administrator', 'Lê Quản Trị')
  await makeContest(organizer)
})

const fileOf = async (format: 'csv' | 'xlsx', query: Record<string, string> = {}): Promise<Buffer> => {
  const search = new URLSearchParams({ locale: 'vi', ...query })
  const response = await administrator.send('GET', `/api/admin/audit.${format}?${search}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toContain(`nhat-ky.${format}`)
  return Buffer.from(await response.arrayBuffer())
}

/** RFC 4180, without any code of the product. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  return rows.filter((row) => row.length > 1)
}

const sha256 = (...parts: (Buffer | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** What the guide tells people to do: the head after a row from the head before it. */
function headAfter([, id, at, actorId, , act, subject, detail]: string[], before: Buffer): Buffer {
  const record = `["entry",${id},${Date.parse(at as string)},${actorId ? JSON.stringify(actorId) : 'null'},${JSON.stringify(act)},${JSON.stringify(subject)},${detail}]`
  return sha256(before, sha256(record))
}

describe('HC-9: the audit log as a file', () => {
  it('has everything that the chain was made of: it is folded again from the file alone', async () => {
    const [header, ...rows] = csvRows((await fileOf('csv')).toString('utf8').replace(/^\uFEFF/, ''))
    expect(header).toHaveLength(10)
    expect(rows.length).toBeGreaterThan(30)
    let head: Buffer = Buffer.alloc(32)
    for (const [index, row] of rows.entries()) {
      expect(Number(row[0])).toBe(index + 1)
      expect(row[8]).toBe(head.toString('hex'))
      head = headAfter(row, head)
      expect(row[9]).toBe(head.toString('hex'))
    }
    const check = await administrator.get('checkAudit')
    expect(check.fault).toBeNull()
    const { rows: stored } = await stage.database.pool.query(`SELECT head FROM audit_link WHERE link_no = $1`, [
      rows.length,
    ])
    expect(stored[0]?.head).toEqual(head)
    expect(rows.at(-1)?.slice(4, 7)).toEqual(['Lê Quản Trị', 'audit.exported', 'file:nhat-ky.csv'])
    expect(rows.map((row) => row[4])).toContain('Trần Thị Bích "Ngọc", ban tổ chức')
  })

  it('is the same as a workbook, where each row under a filter carries the head before it', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await fileOf('xlsx', { q: 'round.' })) as never)
    const [sheet] = book.worksheets
    const rows: string[][] = []
    sheet?.eachRow((row, number) => {
      if (number > 1) rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? '')))
    })
    expect(rows.map((row) => row[5])).toEqual(['round.created', 'round.published'])
    for (const row of rows) {
      const padded = Array.from({ length: 10 }, (_, index) => row[index] ?? '')
      expect(headAfter(padded, Buffer.from(padded[8] as string, 'hex')).toString('hex')).toBe(padded[9])
    }
  })

  it('is for administrators only', async () => {
    for (const client of [organizer, await stage.client('teacher'), await stage.client()])
      expect((await client.send('GET', '/api/admin/audit.csv')).status).toBe(403)
    expect((await stage.guest().send('GET', '/api/admin/audit.csv')).status).toBe(401)
  })
})

describe('HC-10: the log is found by time', () => {
  it('from the first instant on, until before the second', async () => {
    const all = await organizer.get('auditEntries', { query: { page: 1, size: 100, q: 'item.' } })
    const instants = all.rows.map(({ at }) => at)
    const [newest, oldest] = [instants[0] as string, instants.at(-1) as string]
    expect(Date.parse(newest)).toBeGreaterThan(Date.parse(oldest))
    const between = async (from: string, to: string) =>
      (await organizer.get('auditEntries', { query: { page: 1, size: 100, q: 'item.', from, to } })).total
    expect(await between(oldest, new Date(Date.parse(newest) + 1).toISOString())).toBe(all.total)
    expect(await between(oldest, newest)).toBe(instants.filter((at) => at < newest).length)
    expect(await between(new Date(Date.parse(newest) + 1).toISOString(), '2100-01-01T00:00:00+07:00')).toBe(0)
  })
})

describe('HC-7: the check of the log', () => {
  it('names the first entry that was changed', async () => {
    await eventually('everything is linked', async () => (await administrator.get('checkAudit')).fault === null)
    const client = await stage.database.pool.connect()
    await client.query(`SET session_replication_role = replica`)
    await client.query(`UPDATE audit_entry SET detail = '{"slug":"khac"}' WHERE act = 'contest.created'`)
    await client.query(`SET session_replication_role = DEFAULT`)
    client.release()
    expect((await administrator.get('checkAudit')).fault).toMatchObject({ kind: 'changed' })
  })
})
