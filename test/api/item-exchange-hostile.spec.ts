import { request } from 'node:http'
import ExcelJS from 'exceljs'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { rowsOf, sendFile, sendImport, settled } from '../support/uploads'
import { docxOf, type ZipEntry, zipOf } from '../support/zip'

const stage = useStage()
let organizer: Client
let bankId: string
let pid: number

/** The longest that anybody had to wait for an answer while files were read, in milliseconds; and what went wrong with it. */
let slowestMs = 0
const unanswered: unknown[] = []
let isProbing = true
let probing: Promise<void>

async function probe(): Promise<void> {
  while (isProbing) {
    const since = performance.now()
    const status = await stage
      .guest()
      .call('serverTime')
      .then((reply) => reply.status)
      .catch((error: Error) => String(error.cause ?? error))
    if (status !== 200) unanswered.push(status)
    slowestMs = Math.max(slowestMs, performance.now() - since)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeAll(async () => {
  organizer = await stage.client('organizer')
  bankId = (await organizer.get('createBank', { body: { name: 'Ngân hàng' } })).id
  pid = stage.api.pid
  probing = probe()
})

afterAll(() => {
  isProbing = false
})

const QUESTION = ['Câu 1. Thủ đô của Việt Nam là gì?', 'A. Huế', 'B. Hà Nội', 'C. Vinh', 'Đáp án: B']
const upload = (name: string, content: string | Uint8Array, format = '') =>
  sendImport(organizer, bankId, { name, content }, format)
const refusal = async (name: string, content: string | Uint8Array, format = '') => {
  const batch = await upload(name, content, format)
  expect([batch.state, batch.rowCount]).toEqual(['failed', 0])
  for (const sentence of Object.values(batch.error?.messages ?? {})) expect(sentence).toMatch(/\.$/)
  return batch.error?.code
}
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024)
const moodle = (html: string, files = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><quiz><question type="multichoice"><name><text>Câu</text></name><questiontext format="html"><text><![CDATA[${html}]]></text>${files}</questiontext><single>true</single><answer fraction="100" format="html"><text>Đúng</text></answer><answer fraction="0" format="html"><text>Sai</text></answer></question></quiz>`
const attached = (name: string, content: Uint8Array | string) =>
  `<file name="${name}" path="/" encoding="base64">${Buffer.from(content).toString('base64')}</file>`

describe('IX-1, IX-11: archives', () => {
  const bomb = (entry: ZipEntry) => docxOf([], [entry])

  it.each([
    ['that unfold to far more than they are', () => bomb({ name: 'word/document.xml', content: zeros(150) })],
    [
      'that lie about how far they unfold',
      () => bomb({ name: 'word/document.xml', content: zeros(150), declaredSize: 900 }),
    ],
    [
      'of very many entries',
      () => zipOf(Array.from({ length: 26_000 }, (_, n) => ({ name: `word/${n}.xml`, content: 'x' }))),
    ],
    ['with names that lead out of them', () => docxOf(QUESTION, [{ name: '../../../../tmp/thi-so', content: 'x' }])],
    ['with absolute names', () => docxOf(QUESTION, [{ name: '/etc/cron.d/thi-so', content: 'x' }])],
    ['with names of another system', () => docxOf(QUESTION, [{ name: '..\\..\\windows\\x.dll', content: 'x' }])],
    ['with two entries of one name', () => docxOf(QUESTION, [{ name: '_rels/.rels', content: 'x' }])],
  ])('%s are refused', async (_, make) => {
    expect(await refusal('de-thi.docx', make())).toBe('UPLOAD.ARCHIVE_REFUSED')
  })

  it('with macros are refused under every name', async () => {
    const withMacros = docxOf(QUESTION, [{ name: 'word/vbaProject.bin', content: 'Attribute VB_Name' }])
    for (const name of ['de-thi.docx', 'de-thi.docm', 'de-thi.xlsx', 'de-thi.gift'])
      expect(await refusal(name, withMacros)).toBe('UPLOAD.MACROS')
  })
})

describe('IX-1, IX-11: XML', () => {
  it('whose entities grow without end is refused', async () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const text = `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY l0 "ha">${laughs}]>${moodle('x').slice(38).replace('Câu', '&l10;')}`
    expect(await refusal('de.xml', text)).toBe('UPLOAD.ENTITIES')
    const inside = docxOf([], [{ name: 'word/document.xml', content: text }])
    expect(await refusal('de.docx', inside)).toBe('UPLOAD.ENTITIES')
  })

  it('that would read a file of the server is refused', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>`
    expect(await refusal('de.xml', text, 'moodle-xml')).toBe('UPLOAD.ENTITIES')
  })

  it('that nests without end is refused', async () => {
    expect(await refusal('de.xml', `<quiz>${'<question>'.repeat(300_000)}`, 'moodle-xml')).toBe('UPLOAD.UNREADABLE')
  })
})

describe('IX-3: pictures', () => {
  const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>`

  it('that are drawings with scripts stay out, however they come', async () => {
    const batch = await upload(
      'de.xml',
      moodle(
        `Hình nào? ${SVG}<img src="@@PLUGINFILE@@/a.svg"><img src="@@PLUGINFILE@@/b.png"><img src="data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}">`,
        attached('a.svg', SVG) + attached('b.png', SVG),
      ),
    )
    const [row] = await rowsOf(organizer, batch.id)
    expect(row?.isFaulty).toBe(true)
    expect(row?.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['media_refused', 'markup_removed']))
    expect(JSON.stringify(row?.draft)).not.toMatch(/svg|script|alert|data:/)
  })

  it('of a Word file are taken only if they are pictures', async () => {
    const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.svg"/></Relationships>`
    const drawing = `<w:p><w:r><w:t>Câu 1. Hình này là gì?</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id="1" name="h" descr="hình"/><a:graphic><a:graphicData><a:blip r:embed="r7"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${QUESTION.slice(
      1,
    )
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('')}`
    const batch = await upload(
      'de.docx',
      docxOf(
        [],
        [
          { name: 'word/_rels/document.xml.rels', content: relations },
          { name: 'word/media/a.svg', content: SVG },
        ],
        drawing,
      ),
    )
    const [row] = await rowsOf(organizer, batch.id)
    expect(row?.problems.map(({ code }) => code)).toContain('media_refused')
    expect(JSON.stringify(row?.draft)).not.toMatch(/svg|script|alert/)
  })

  it('that claim more points than any screen has are refused', async () => {
    const head = Buffer.alloc(25)
    head.writeUInt32BE(13, 0)
    head.write('IHDR', 4)
    head.writeUInt32BE(50_000, 8)
    head.writeUInt32BE(50_000, 12)
    head.set([8, 2, 0, 0, 0], 16)
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), head, zeros(1)])
    const batch = await upload('de.xml', moodle('Hình? <img src="@@PLUGINFILE@@/a.png">', attached('a.png', png)))
    const [row] = await rowsOf(organizer, batch.id)
    expect(row?.problems.map(({ code }) => code)).toContain('media_refused')
    expect(JSON.stringify(row?.draft)).not.toContain('media:')
  })
})

describe('IX-3, IX-12: sheets', () => {
  it('whose cells compute are told cell by cell, and nothing is computed', async () => {
    const source = (await organizer.get('createBank', { body: { name: 'Để xuất' } })).id
    for (const stem of ['Ngày Chuyển đổi số quốc gia là ngày nào?', 'Tháng Thanh niên là tháng nào?'])
      await organizer.get('createItem', {
        body: {
          bankId: source,
          topic: 'concepts',
          level: 'recall',
          body: { type: 'single-choice', stem, options: ['Ngày này', 'Ngày khác'], key: 0 },
          explanation: '',
          validFrom: null,
          validTo: null,
        },
      })
    const exported = await organizer.send('GET', `/api/admin/exports/items?format=xlsx&bankId=${source}`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await exported.arrayBuffer())
    const sheet = book.worksheets[0] as ExcelJS.Worksheet
    let place = ''
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text !== 'Ngày Chuyển đổi số quốc gia là ngày nào?') return
        cell.value = { formula: 'WEBSERVICE("http://127.0.0.1/x")', result: 'kết quả' } as ExcelJS.CellFormulaValue
        place = cell.address
      }),
    )
    expect(place).not.toBe('')
    const batch = await upload('de.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const rows = await rowsOf(organizer, batch.id)
    const faulty = rows.filter(({ isFaulty }) => isFaulty)
    expect(faulty).toHaveLength(1)
    expect(faulty[0]?.problems).toContainEqual({ code: 'formula_cell', detail: expect.stringContaining(place) })
    expect(JSON.stringify(faulty[0]?.draft)).not.toContain('WEBSERVICE')
  })
})

describe('IX-1, IX-11: files that are not what they are called', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), zeros(1)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])

  it.each([
    ['a picture called a document', 'de.docx', png, ['UPLOAD.UNKNOWN_FORMAT', 'UPLOAD.UNREADABLE']],
    [
      'a program called a sheet',
      'de.xlsx',
      Buffer.from('MZ\x90\0\x03\0\0\0'.repeat(99), 'latin1'),
      ['UPLOAD.UNKNOWN_FORMAT', 'UPLOAD.UNREADABLE'],
    ],
    [
      'a page called a question file',
      'de.gift',
      '<html><body><h1>404</h1></body></html>',
      ['UPLOAD.NO_ITEMS', 'UPLOAD.UNKNOWN_FORMAT'],
    ],
    [
      'a zip of something else',
      'de.docx',
      zipOf([{ name: 'a.txt', content: 'x' }]),
      ['UPLOAD.UNKNOWN_FORMAT', 'UPLOAD.UNREADABLE'],
    ],
    ['an old Word file', 'de.doc', ole, ['UPLOAD.OLD_OFFICE']],
    ['an old Word file under a new name', 'de.docx', ole, ['UPLOAD.OLD_OFFICE']],
    ['a file under a password', 'de.docx', encrypted, ['UPLOAD.ENCRYPTED']],
    [
      'a file that was cut off',
      'de.docx',
      docxOf(QUESTION).subarray(0, 700),
      ['UPLOAD.UNREADABLE', 'UPLOAD.ARCHIVE_REFUSED'],
    ],
    [
      'nothing but zeros',
      'de.csv',
      zeros(1),
      ['UPLOAD.UNKNOWN_FORMAT', 'UPLOAD.ENCODING', 'UPLOAD.NO_ITEMS', 'UPLOAD.UNREADABLE'],
    ],
    ['no items', 'de.json', '{}', ['UPLOAD.NO_ITEMS', 'UPLOAD.UNREADABLE', 'UPLOAD.UNKNOWN_FORMAT']],
  ] as [string, string, string | Uint8Array, string[]][])('%s is refused', async (_, name, content, codes) => {
    expect(codes).toContain(await refusal(name, content))
  })

  it('a Word file under another name is read all the same', async () => {
    const batch = await upload('de-thi.csv', docxOf(QUESTION))
    expect(batch).toMatchObject({ state: 'ready', format: 'docx', rowCount: 1, goodCount: 1 })
  })
})

describe('IX-1: too much', () => {
  it('of items is refused before anything is kept', async () => {
    const content = Array.from({ length: 20_001 }, (_, n) => `Câu ${n}? {=a ~b}`).join('\n\n')
    expect(await refusal('de.gift', content)).toBe('UPLOAD.TOO_MANY_ROWS')
  })

  it('of memory or time in the thread ends the thread and nothing else', async () => {
    // Two bytes an item: millions of rows before anybody can count them.
    const content = `${'a{}\n\n'.repeat(4_000_000)}`.slice(0, 19_900_000)
    expect(await refusal('de.gift', content)).toBe('UPLOAD.TOOK_TOO_LONG')
  })

  it('of bytes is refused at once when the request says so, and the server stays', async () => {
    expect(await pour({ 'content-length': String(200 * 1024 * 1024) }, 200)).toMatchObject({
      status: 413,
      code: 'UPLOAD.TOO_LARGE',
    })
  })

  it('of bytes is refused as soon as it is too much when the request does not say', async () => {
    const { status, code } = await pour({ 'transfer-encoding': 'chunked' }, 60)
    expect([status, code]).toEqual([413, 'UPLOAD.TOO_LARGE'])
  })

  it('of one bank by several people at once does not keep anybody from the others', async () => {
    const slow = 'a{}\n\n'.repeat(300_000)
    const replies = await Promise.all([
      ...[1, 2, 3].map(() => sendFile(organizer, 'uploadImport', { name: 'x.gift', content: slow }, { bankId })),
      sendFile(organizer, 'uploadImport', { name: 'de.docx', content: docxOf(QUESTION) }, { bankId }),
    ])
    const ids = await Promise.all(replies.map(async (reply) => ((await reply.json()) as { id: string }).id))
    const batches = await Promise.all(ids.map((id) => settled(organizer, id)))
    expect(batches.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed', 'ready'])
  })

  it('of files at a time is told to come back', async () => {
    const slow = 'a{}\n\n'.repeat(200_000)
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        sendFile(organizer, 'uploadImport', { name: 'x.gift', content: slow }, { bankId }),
      ),
    )
    const statuses = replies.map(({ status }) => status)
    expect(statuses).toContain(503)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2)
    for (const reply of replies)
      if (reply.status === 200) await settled(organizer, ((await reply.json()) as { id: string }).id)
  })
})

describe('IX-1: forms', () => {
  const send = (type: string, body: string) =>
    organizer.send('POST', '/api/admin/imports', { headers: { 'x-thi-so': '1', 'content-type': type }, body })

  it.each([
    [
      'without a file',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="bankId"\r\n\r\n1\r\n--x--\r\n',
      400,
    ],
    ['that are none', 'application/json', '{"bankId":"1"}', 400],
    [
      'that end in the middle',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      400,
    ],
    ['without a boundary', 'multipart/form-data', 'abc', 400],
    [
      'with a field for the prototype',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
      400,
    ],
  ])('%s are refused', async (_, type, body, status) => {
    expect((await send(type, body)).status).toBe(status)
  })

  it('of a foreign site are refused before anything is read', async () => {
    const response = await organizer.send('POST', '/api/admin/imports', {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x--',
    })
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      403,
      'REQUEST.FOREIGN_ORIGIN',
    ])
  })
})

it('through all of this the server is the same process, has answered everybody soon, and has logged no surprise', async () => {
  isProbing = false
  await probing
  expect(unanswered).toEqual([])
  expect(stage.api.pid).toBe(pid)
  expect((await organizer.call('banks')).status).toBe(200)
  expect(slowestMs).toBeLessThan(2_000)
  const unexpected = stage.api
    .log()
    .split('\n')
    .filter((line) => line.includes('"level":50') && !line.includes('SERVER.BUSY'))
  expect(unexpected).toEqual([])
})

/** Sends so many megabytes as long as they are taken, as a client would that knows of no limit. */
function pour(headers: Record<string, string>, megabytes: number): Promise<{ status: number; code: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${stage.api.url}/api/admin/imports`, {
      method: 'POST',
      headers: {
        'x-thi-so': '1',
        cookie: `thiso=${organizer.cookies.get('thiso')}`,
        'content-type': 'multipart/form-data; boundary=x',
        ...headers,
      },
    })
    let left = megabytes
    const chunk = zeros(1)
    const more = () => {
      while (left > 0 && !call.destroyed) {
        left--
        if (!call.write(chunk)) return void call.once('drain', more)
      }
      call.end()
    }
    call.on('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        call.destroy()
        resolve({ status: response.statusCode ?? 0, code: (JSON.parse(text) as { code: string }).code })
      })
    })
    call.on('error', (error) => reject(error))
    call.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.gift"\r\n\r\n')
    more()
  })
}
