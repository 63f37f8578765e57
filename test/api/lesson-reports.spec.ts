import { writeFileSync } from 'node:fs'
import type { ApiOutput } from '@thiso/contracts'
import { type RouteName, urlOf } from '@thiso/contracts/routes'
import ExcelJS from 'exceljs'
import { bring, GUESSING, KNOWING, makeWholeSet, play, type Teacher } from '../support/carried-lesson'
import type { Client } from '../support/client'
import { closeSockets, type Lesson } from '../support/lesson'
import { pdfLines } from '../support/pdf-lines'
import { at } from '../support/place'
import { useStage } from '../support/stage'

type FileRoute = Extract<RouteName, 'lessonReportSheet' | 'lessonReportPdf' | 'schoolClassSheet' | 'schoolClassPdf'>
type Roster = ApiOutput<'readRosterSheet'>

const stage = useStage()
afterEach(closeSockets)

async function fileOf(client: Client, name: FileRoute, id: string, locale: 'vi' | 'en' = 'vi') {
  const url =
    name === 'schoolClassSheet' || name === 'schoolClassPdf'
      ? urlOf(name, { classId: id }, { locale })
      : urlOf(name, { lessonId: id }, { locale })
  const response = await client.send('GET', url)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${bytes.toString('utf8').slice(0, 300)}`)
  return { bytes, headers: response.headers }
}

/** What the cells of each sheet hold, by its name. */
async function cellsOf(bytes: Buffer): Promise<Record<string, ExcelJS.CellValue[][]>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: ExcelJS.CellValue[][] = []
      sheet.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)))
      return [sheet.name, rows]
    }),
  )
}

async function classOf(teacher: Teacher, names: string[]) {
  const made = await teacher.get('createSchoolClass', {
    body: { name: '7A/1', grade: 7, schoolYear: new Date().getFullYear() },
  })
  const { pupils } = await teacher.get('setPupils', {
    params: { classId: made.id },
    body: { pupils: names.map((name) => ({ name })) },
  })
  return { ...made, pupils }
}

let teacher: Teacher
let classId: string
let lessons: Lesson[]
const names = ['=1+1 An', '+84 Bình', '@Chi', '-Dũng']

beforeAll(async () => {
  teacher = await stage.client('teacher')
  const { setId } = await makeWholeSet(teacher, '=Đố vui: "An toàn"')
  const made = await classOf(teacher, names)
  classId = made.id
  lessons = []
  const seat = (index: number) => ({ name: names[index] as string, pupilId: made.pupils[index]?.id as string })
  for (const [first, second] of [
    [GUESSING, GUESSING],
    [KNOWING, GUESSING],
  ] as const) {
    const lesson = await play(
      stage,
      teacher,
      setId,
      [
        { ...seat(0), answers: first },
        { ...seat(1), answers: second },
        { ...seat(2), answers: GUESSING },
      ],
      classId,
    )
    await lesson.act('end')
    lessons.push(lesson)
  }
}, 120_000)

describe('CR-70: the report of a lesson as a sheet', () => {
  it('has items with shares, the hardest and the wrong answer chosen most; pupils with what was right and how long', async () => {
    const lesson = lessons[1] as Lesson
    const { bytes, headers } = await fileOf(teacher, 'lessonReportSheet', lesson.id)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="bao-cao-do-vui-an-toan-[\d-]+\.xlsx"; filename\*=UTF-8''B%C3%A1o%20c%C3%A1o/,
    )
    const sheets = await cellsOf(bytes)
    expect(Object.keys(sheets)).toEqual(['Tổng quan', 'Câu hỏi', 'Học sinh', 'Chủ đề', 'Tiến bộ'])
    expect(sheets['Tổng quan']?.map(([name, value]) => [name, value])).toEqual(
      expect.arrayContaining([
        ['Buổi chơi', '=Đố vui: "An toàn"'],
        ['Lớp', '7A/1'],
        ['Số người chơi', '3'],
      ]),
    )
    const [heads = [], ...items] = sheets['Câu hỏi'] ?? []
    const item = (place: number) => Object.fromEntries(heads.map((head, index) => [head, items[place - 1]?.[index]]))
    expect(item(1)).toMatchObject({
      Câu: 1,
      Phần: 'Phần một',
      'Nội dung': 'Biểu tượng nào đây? Khóa',
      'Đã trả lời': 3,
      Đúng: 1,
      'Câu trả lời sai chọn nhiều nhất': expect.stringMatching(/^[A-D]\. Lá cờ$/),
      'Số người chọn': 2,
    })
    expect(item(1)['Tỷ lệ đúng']).toBeCloseTo(1 / 3)
    // Nobody answered the group: it is the hardest.
    expect([item(4)['Tỷ lệ đúng'], item(4)['Thứ tự khó (1: khó nhất)'], item(1)['Thứ tự khó (1: khó nhất)']]).toEqual([
      0, 1, 2,
    ])
    expect(item(5)['Câu trả lời sai chọn nhiều nhất']).toBe('=HYPERLINK("http://x")')
    expect(item(9)).toMatchObject({ Loại: 'Bình chọn', 'Nội dung': 'Em thấy thế nào?' })
    expect(item(9)['Các câu trả lời']).toBe('A. Dễ: 1; B. Khó: 2')
    expect(item(1)['Các câu trả lời']).toMatch(/[A-D]\. Ổ khóa ✓: 1/)

    const [pupilHeads = [], ...pupils] = sheets['Học sinh'] ?? []
    const first = Object.fromEntries(pupilHeads.map((head, index) => [head, pupils[0]?.[index]]))
    expect(first).toMatchObject({ Hạng: 1, Tên: '=1+1 An', Đúng: 7, 'Đã trả lời': 7, 'Câu 1': 1 })
    expect(first['Tỷ lệ đúng']).toBeCloseTo(7 / 8)
    expect(first['Thời gian trung bình (giây)']).toEqual(expect.any(Number))
    expect(pupils).toHaveLength(3)

    // Progress over lessons: what was right before, in this one, and the change; who was away has none.
    const [, ...progress] = sheets['Tiến bộ'] ?? []
    expect(progress.map((row) => row.slice(0, 5))).toEqual([
      [1, '=1+1 An', 0, 7 / 8, 7 / 8],
      [2, '+84 Bình', 0, 0, 0],
      [3, '@Chi', 0, 0, 0],
      [4, '-Dũng'],
    ])
  })

  it('has no formula, whatever pupils and teachers write', async () => {
    for (const file of [
      (await fileOf(teacher, 'lessonReportSheet', lessons[0]?.id as string)).bytes,
      (await fileOf(teacher, 'schoolClassSheet', classId)).bytes,
    ]) {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(file as unknown as ArrayBuffer)
      let dangerous = 0
      for (const sheet of book.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
            if (typeof cell.value === 'string' && /^[=+\-@]/.test(cell.value)) {
              dangerous++
              // A head is bold text; any other text stays text also when somebody edits it.
              if (Number(row.number) > 1) expect(cell.numFmt).toBe('@')
            }
          }),
        )
      expect(dangerous).toBeGreaterThan(3)
    }
  })

  it('is in English too', async () => {
    const sheets = await cellsOf((await fileOf(teacher, 'lessonReportSheet', lessons[0]?.id as string, 'en')).bytes)
    expect(Object.keys(sheets)).toEqual(['Summary', 'Items', 'Pupils', 'Topics', 'Progress'])
    // In the item's own English where it has one.
    expect(sheets['Items']?.[3]?.[3]).toBe('An OTP is yours alone.')
  })
})

describe('CR-70: the report of a lesson as a document', () => {
  it('is a PDF with its fonts inside, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const { bytes, headers } = await fileOf(teacher, 'lessonReportPdf', lessons[1]?.id as string, locale)
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.toString('latin1')).toMatch(/\/FontFile2/)
      writeFileSync(at(`test/.out/lesson-report-${locale}.pdf`), bytes)
    }
  })
})

describe('CR-72: a class over the year', () => {
  it('has a line for each pupil, a column for each lesson, the oldest first, and means', async () => {
    const { bytes, headers } = await fileOf(teacher, 'schoolClassSheet', classId)
    expect(headers.get('content-disposition')).toMatch(/filename="ket-qua-lop-7a-1-[\d-]+\.xlsx"/)
    const { 'Kết quả': results = [], 'Buổi chơi': list = [] } = await cellsOf(bytes)
    expect(results[0]).toHaveLength(7)
    expect(results.slice(1).map((row) => row.slice(1))).toEqual([
      ['=1+1 An', 0, 7 / 8, 7 / 16, 2, 'tăng'],
      ['+84 Bình', 0, 0, 0, 2, 'giữ mức'],
      ['@Chi', 0, 0, 0, 2, 'giữ mức'],
      ['-Dũng', undefined, undefined, undefined, 0, 'cần thêm buổi'],
      ['Cả lớp', 0, 7 / 24, 7 / 48],
    ])
    expect(list[1]?.[1]).toBe('=Đố vui: "An toàn"')
    expect(JSON.stringify(list)).toMatch(/được xóa vào ngày 31\/08\/\d{4}/)
  })
})

describe('CR-72: a class over the year as a document', () => {
  it('is a PDF with its fonts inside, in both languages, with the day of deletion on every page', async () => {
    const { deleteOn } = await teacher.get('schoolClass', { params: { classId } })
    const day = deleteOn.split('-').reverse().join('/')
    for (const locale of ['vi', 'en'] as const) {
      const { bytes, headers } = await fileOf(teacher, 'schoolClassPdf', classId, locale)
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(headers.get('content-disposition')).toMatch(
        locale === 'vi' ? /filename="tien-bo-lop-7a-1-[\d-]+\.pdf"/ : /filename="class-progress-7a-1-[\d-]+\.pdf"/,
      )
      expect(bytes.toString('latin1')).toMatch(/\/FontFile2/)
      const pages = pdfLines(bytes)
      expect(pages.length).toBeGreaterThan(0)
      for (const lines of pages)
        expect(lines.join('\n')).toContain(
          locale === 'vi' ? `Dữ liệu được xóa ngày ${day}.` : `The data are deleted on ${day}.`,
        )
      const text = pages.flat().join('\n')
      for (const words of locale === 'vi'
        ? ['TIẾN BỘ CỦA LỚP', ' tăng', 'Cả năm đúng 44% (7/16 câu), có mặt 2/2 buổi. Xu hướng: tăng.', '4. -Dũng']
        : ['PROGRESS OF THE CLASS', ' rising', 'Over the year 44% right (7/16 items)', '4. -Dũng'])
        expect(text).toContain(words)
      writeFileSync(at(`test/.out/class-progress-${locale}.pdf`), bytes)
    }
  })
})

describe('CR-73: reports', () => {
  const FILES = ['lessonReportSheet', 'lessonReportPdf'] as const

  it('are for the owner alone', async () => {
    const lessonId = lessons[0]?.id as string
    for (const other of [
      await stage.client('teacher'),
      await stage.client('organizer'),
      await stage.client('administrator'),
    ]) {
      for (const name of [...FILES, 'lessonReport'] as const)
        expect(await other.refusal(name, { params: { lessonId } })).toBe('LESSON.NOT_FOUND')
      for (const name of ['schoolClassSheet', 'schoolClassPdf'] as const)
        expect(await other.refusal(name, { params: { classId } })).toBe('CLASS.NOT_FOUND')
    }
    for (const name of [...FILES, 'lessonReport'] as const) {
      expect(await stage.guest().refusal(name, { params: { lessonId } })).toBe('AUTH.SIGN_IN_NEEDED')
      expect(await (await stage.client('contestant')).refusal(name, { params: { lessonId } })).toBe('AUTH.NOT_ALLOWED')
    }
  })

  it('come as files once the lesson is over; while it runs they tell no key of an item that is not revealed, to nobody', async () => {
    const { setId } = await makeWholeSet(teacher, 'Đang chơi')
    const lesson = await play(stage, teacher, setId, [{ name: 'An', answers: KNOWING }], null, 1)
    const params = { lessonId: lesson.id }
    await lesson.next()
    for (const phase of ['open', 'locked'] as const) {
      const { step } = await lesson.view()
      if (phase === 'locked' && step.phase === 'open') await lesson.act('pause')
      for (const name of FILES) expect(await teacher.refusal(name, { params })).toBe('LESSON.STILL_RUNNING')
      const { text, body } = await teacher.call('lessonReport', { params })
      expect(body.items.map(({ bars }) => bars.length > 0)).toEqual([true, ...Array(8).fill(false)])
      expect(text).not.toMatch(/Mật khẩu dài|Trí tuệ nhân tạo|1024|Chọn thủ tục/)
      expect(body.items[1]).toMatchObject({ rightCount: 0, stem: { vi: '' }, misconception: null })
    }
    await lesson.act('end')
    expect((await fileOf(teacher, 'lessonReportSheet', lesson.id)).bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('CR-61: a roster from a file', () => {
  const read = async (content: string | Uint8Array, name: string) => {
    const { body, code } = await bring(teacher, 'readRosterSheet', content, {}, name)
    return code ?? (body as Roster)
  }
  const book = async (fill: (sheet: ExcelJS.Worksheet) => void) => {
    const made = new ExcelJS.Workbook()
    made.addWorksheet('Trang bìa').addRow(['Năm học 2026–2027'])
    fill(made.addWorksheet('7A'))
    return Uint8Array.from(Buffer.from(await made.xlsx.writeBuffer()))
  }
  const rows = [
    ['1', 'Nguyễn Văn', 'An', '12/03/2013', '0905123456'],
    ['2', 'Lê Thị', 'Bình', '01/09/2013', '0905654321'],
    ['3', 'Lê Thị', 'Bình', '02/09/2013', ''],
  ]

  it('reads the sheet of a school: titles above, one head over two columns, sums below; birthdays and numbers stay out', async () => {
    const bytes = await book((sheet) => {
      sheet.addRow(['TRƯỜNG THCS NGUYỄN DU'])
      sheet.addRow([])
      sheet.addRow(['STT', 'Họ và tên', '', 'Ngày sinh', 'Điện thoại'])
      sheet.mergeCells('B3:C3')
      for (const row of rows) sheet.addRow([Number(row[0]), row[1], row[2], new Date('2013-03-12'), row[4]])
      sheet.addRow(['', 'Tổng cộng: 3 học sinh'])
    })
    const roster = await read(bytes, 'lop7a.xlsx')
    expect(roster).toEqual({
      // Namesakes are two pupils.
      names: ['Nguyễn Văn An', 'Lê Thị Bình', 'Lê Thị Bình'],
      left: [{ line: 'Tổng cộng: 3 học sinh', why: 'no-number' }],
    })
  })

  it.each([
    [',', 'utf8', '\uFEFF'],
    [';', 'utf8', ''],
    ['\t', 'utf16le', '\uFEFF'],
  ] as const)('reads text parted by “%s” in %s', async (delimiter, encoding, mark) => {
    const text = [['STT', 'Họ đệm', 'Tên', 'Ngày sinh', 'SĐT'], ...rows].map((row) => row.join(delimiter)).join('\r\n')
    const roster = (await read(Buffer.from(mark + text, encoding), 'lop.csv')) as Roster
    expect(roster.names).toEqual(['Nguyễn Văn An', 'Lê Thị Bình', 'Lê Thị Bình'])
    expect(JSON.stringify(roster)).not.toMatch(/2013|0905/)
  })

  it('keeps nothing, and refuses what is no list', async () => {
    const bomb = await book((sheet) => {
      for (let row = 0; row < 6_000; row++) sheet.addRow([row, 'Nguyễn Văn An'])
    })
    for (const [name, content] of [
      ['ảnh.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
      ['sai.xlsx', Buffer.from('PK\u0003\u0004 gì đó')],
      ['cũ.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
      ['số.csv', '1,2,3\n4,5,6'],
      ['lớn.csv', 'Nguyễn Văn An\n'.repeat(200_000)],
      ['dài.xlsx', bomb],
    ] as [string, Uint8Array | string][])
      expect([name, await read(content, name)]).toEqual([name, 'CLASS.SHEET_UNREADABLE'])
    expect(await read('', 'rỗng.csv')).toBe('UPLOAD.MISSING')
    expect((await bring(await stage.client('contestant'), 'readRosterSheet', 'Họ và tên\nLê An')).code).toBe(
      'AUTH.NOT_ALLOWED',
    )
  })
})
