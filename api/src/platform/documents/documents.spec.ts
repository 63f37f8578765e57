import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { documentDocx } from './docx/document-docx.js'
import type { Block, Document } from './document.js'
import { LETTERS_OF_VIETNAMESE, sampleList, sampleReport, sampleRules } from './documents.sample.js'
import { placeAndDate, stateHead } from './heads.js'
import { documentPdf } from './pdf/document-pdf.js'
import { pdfLines } from './pdf/pdf-text.comparison.js'
import { markOf } from './set-text.js'

/** Files are read back: what stands in them is what was given. */

const pdfOf = async (document: Document) => pdfLines(await documentPdf(document, false))
const partOf = (file: Uint8Array, name: string) => strFromU8(unzipSync(file)[name] as Uint8Array)
const wordXml = async (document: Document) => partOf(await documentDocx(document), 'word/document.xml')
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
const plain = (blocks: readonly Block[]): Document =>
  ({ ...sampleRules(), head: undefined, blocks }) as unknown as Document

// Hundreds of pages are set and read back, maybe on a busy machine.
jest.setTimeout(30_000)

describe('DC-1: what a document holds stands in its files', () => {
  it('every letter of Vietnamese, in NFC, also when it was given in parts', async () => {
    const document = plain([{ kind: 'paragraph', text: LETTERS_OF_VIETNAMESE.normalize('NFD') }])
    expect((await pdfOf(document)).flat().join('')).toContain(LETTERS_OF_VIETNAMESE)
    expect(textOf(await wordXml(document))).toContain(LETTERS_OF_VIETNAMESE)
  })

  it('the head as offices write it: hyphens of the motto, number, place and date', async () => {
    const [first] = await pdfOf(sampleRules())
    const text = textOf(await wordXml(sampleRules()))
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/TL-BTC',
      'Tam Kỳ, ngày 03 tháng 11 năm 2026',
    ]) {
      expect(first?.join('\n')).toContain(line)
      expect(text.replace(/\u00a0/g, ' ')).toContain(line)
    }
    expect(first?.[0]).toBe('UBND TỈNH QUẢNG NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  })

  it('clauses with their marks; points are lettered with đ after d', async () => {
    const lines = (await pdfOf(sampleRules())).flat()
    for (const begin of ['1. Tuyên truyền', '2. Cuộc thi phải', 'a) Công khai', 'd) Thiết thực', 'đ) An toàn'])
      expect(lines.some((line) => line.startsWith(begin))).toBe(true)
    expect(textOf(await wordXml(sampleRules()))).toContain('đ) An toàn thông tin.')
    expect([1, 4, 5, 7, 23, 24].map((number) => markOf('letter', number))).toEqual([
      'a)',
      'd)',
      'đ)',
      'g)',
      'y)',
      'aa)',
    ])
  })

  it('signatures: roles, notes, names and whom it goes to', async () => {
    for (const text of [(await pdfOf(sampleReport())).flat().join('\n'), textOf(await wordXml(sampleReport()))]) {
      expect(text.match(/\(Ký, ghi rõ họ tên\)/g)).toHaveLength(3)
      for (const word of ['THƯ KÝ', 'TM. BAN TỔ CHỨC', 'TRƯỞNG BAN', 'Trần Văn Bình', 'Nguyễn Thị Hoàng Ngân'])
        expect(text).toContain(word)
    }
    for (const text of [(await pdfOf(sampleRules())).flat().join('\n'), textOf(await wordXml(sampleRules()))])
      expect(text.replace(/\u00a0/g, ' ')).toMatch(/Nơi nhận:[\s\S]*- Lưu: VT, BTC\./)
  })

  it('charts: values and labels drawn as text, and said in words for those who do not see them', async () => {
    const text = (await pdfOf(sampleReport())).flat().join('\n')
    for (const word of [
      'Tỷ lệ tham gia theo đơn vị',
      'Huyện Nam Giang',
      '93,4% (412/441)',
      '1.500',
      'Nhóm 5',
      'Phương án D',
    ])
      expect(text).toContain(word)
    const file = await documentDocx(sampleReport())
    const xml = partOf(file, 'word/document.xml')
    expect(xml).toContain('descr="Tỷ lệ tham gia theo đơn vị. Thành phố Tam Kỳ: 93,4%;')
    const pictures = Object.entries(unzipSync(file)).filter(([name]) => name.startsWith('word/media/'))
    expect(pictures).toHaveLength(3)
    for (const [, bytes] of pictures) {
      const { channels } = await sharp(bytes).stats()
      // White ground with something on it.
      expect(channels[0]?.max).toBe(255)
      expect(channels[0]?.min).toBeLessThan(80)
    }
  })
})

describe('DC-2: pages of a PDF', () => {
  it('are numbered, with the line at their foot', async () => {
    const pages = await pdfOf(sampleList(120))
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((lines, index) => {
      expect(lines.at(-1)).toBe(`Bản xếp hạng 2, mã 5c1e77aa\tTrang ${index + 1}/${pages.length}`)
    })
  })

  it('begin with the header of the table that goes on, and hold each row once', async () => {
    const pages = await pdfOf(sampleList(120))
    const own = pages.map((lines) => lines.flatMap((line) => /^(\d+)\t.*19,50/.exec(line)?.[1] ?? []))
    expect(
      own
        .flat()
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
    pages.forEach((lines, index) => {
      if (index === 0) expect(lines[0]).toBe('DANH SÁCH THÍ SINH ĐOẠT GIẢI')
      else if ((own[index] ?? []).length > 0) expect(lines[0]).toMatch(/^TT\tHọ và tên\tĐơn vị\tĐiểm\tThời gian\tGiải$/)
    })
    // What is signed never stands apart from its signatures.
    expect(pages.at(-1)?.join('\n')).toMatch(/Danh sách có 120 người\.[\s\S]*TRƯỞNG BAN/)
  })

  it('part a row only when no page can hold it', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `từ${index}`).join(' ')
    const table = (text: string): Block => ({
      kind: 'table',
      columns: [
        { header: 'Cột', share: 1 },
        { header: 'Nội dung', share: 3 },
      ],
      rows: [
        ['một', 'ngắn'],
        ['hai', text],
      ],
    })
    const pages = await pdfOf(plain([table(`${long} ${long}`)]))
    expect(pages.length).toBeGreaterThan(2)
    for (const lines of pages) expect(lines[0]).toBe('Cột\tNội dung')
    expect(pages.flat().join(' ').match(/từ\d+/g)).toEqual(`${long} ${long}`.split(' '))
  })

  it('never end with a heading', async () => {
    for (let lines = 38; lines < 51; lines++) {
      const filler = Array.from({ length: lines }, (_, index) => `Dòng ${index}`).join('\n')
      const pages = await pdfOf(
        plain([
          { kind: 'paragraph', text: filler, align: 'left' },
          { kind: 'heading', level: 'article', text: 'Điều 9. Khiếu nại' },
          { kind: 'paragraph', text: 'Thí sinh gửi khiếu nại.' },
        ]),
      )
      const page = pages.find((own) => own.includes('Điều 9. Khiếu nại'))
      expect(page).toContain('Thí sinh gửi khiếu nại.')
    }
  })

  it('say their language, their title and how they are structured, and come out the same again', async () => {
    const file = await documentPdf(sampleRules(), false)
    const text = file.toString('latin1')
    for (const word of [
      '/Lang (vi)',
      '/MarkInfo',
      '/S /H1',
      '/S /H2',
      '/S /LBody',
      '/S /TH',
      '/S /TD',
      '/DisplayDocTitle true',
    ])
      expect(text).toContain(word)
    expect(file.equals(await documentPdf(sampleRules(), false))).toBe(true)
    const other = await documentPdf({ ...sampleRules(), at: new Date('2026-12-01T00:00:00Z') }, false)
    expect(file.equals(other)).toBe(false)
  })
})

describe('DC-3: Word files', () => {
  it('have headings, numbering and header rows of their own', async () => {
    const file = await documentDocx(sampleRules())
    const xml = partOf(file, 'word/document.xml')
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*Chương/)
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*Điều\u00a01\. Tên/)
    expect(xml).toMatch(/<w:numPr>(?:(?!<\/w:p>).)*Tuyên truyền/)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(partOf(file, 'word/numbering.xml')).toContain('<w:lvlText w:val="%1."/>')
    expect(partOf(file, 'word/footer1.xml')).toContain('NUMPAGES')
    expect(partOf(file, 'word/styles.xml')).toContain('w:ascii="Times New Roman"')
    expect(partOf(file, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://thiso.quangnam.gov.vn/cuoc-thi/tim-hieu-chuyen-doi-so-2026"',
    )
  })

  it('keep the margins of the decree, and lie down for landscape', async () => {
    const margins = async (document: Document) =>
      Object.fromEntries(
        [...(/<w:pgMar ([^>]*)\/>/.exec(await wordXml(document))?.[1] ?? '').matchAll(/w:(\w+)="(\d+)"/g)].map(
          ([, side, value]) => [side, (Number(value) * 25.4) / 1440],
        ),
      )
    const { top, bottom, left, right } = (await margins(sampleRules())) as Record<string, number>
    for (const [value, low, high] of [
      [top, 20, 25],
      [bottom, 20, 25],
      [left, 30, 35],
      [right, 15, 20],
    ] as [number, number, number][]) {
      expect(Math.round(value)).toBeGreaterThanOrEqual(low)
      expect(Math.round(value)).toBeLessThanOrEqual(high)
    }
    expect(await wordXml(sampleList(1))).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  })

  it('hold thousands of rows, each once and in order', async () => {
    const text = textOf(await wordXml(sampleList(5000)))
    const numbers = [...text.matchAll(/^(\d+)$/gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1))
  })

  it('are the same again, also with pictures and links', async () => {
    for (const document of [sampleRules(), sampleReport()])
      expect((await documentDocx(document)).equals(await documentDocx(document))).toBe(true)
  })
})

describe('DC-4: heads', () => {
  it.each([
    ['2026-02-03', 'Huế, ngày 03 tháng 02 năm 2026', 'Huế, 3 February 2026'],
    ['2026-11-12', 'Huế, ngày 12 tháng 11 năm 2026', 'Huế, 12 November 2026'],
  ])('%s', (date, vi, en) => {
    expect(placeAndDate('Huế', date, 'vi')).toBe(vi)
    expect(placeAndDate('Huế', date, 'en')).toBe(en)
  })

  it('name the country in the language of the document', () => {
    expect(stateHead({ body: 'A' }, 'en').right[0]?.text).toBe('SOCIALIST REPUBLIC OF VIET NAM')
    expect(stateHead({ body: 'A' }, 'vi').left).toEqual([{ text: 'A', isBold: true, rule: 'third' }])
  })
})
