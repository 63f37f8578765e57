import type { ItemKey } from '@thiso/contracts/vocab'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { sheetParts } from '../domain/answer-sheet.js'
import { keyTables, markingsOf } from '../domain/key-table.js'
import { printItems } from '../domain/make-forms.arbitrary.js'
import { makeForms, type PaperForm, type PrintItem } from '../domain/make-forms.js'
import { printedCodes } from '../domain/printed-code.js'
import { keyDocx } from './docx/key-docx.js'
import { paperDocx } from './docx/paper-docx.js'
import { keyXlsx } from './key-xlsx.js'
import { answerSheetPdf } from './pdf/answer-sheet-pdf.js'
import { keyPdf } from './pdf/key-pdf.js'
import { type PaperFile, paperPdf } from './pdf/paper-pdf.js'
import { pdfLines } from '../../../platform/documents/pdf/pdf-text.comparison.js'

/** Papers and keys are read back from the files themselves, and each code's key is held against what its paper shows. */

const FILE: PaperFile = {
  heading: { title: 'Kỳ thi thử', organizer: 'Sở A – Trường B', subject: 'Môn: Tin học', durationMinutes: 45 },
  author: 'Thi Số',
  at: new Date('2026-11-01T00:00:00Z'),
  pictures: new Map(),
}

/** What a paper shows at one number: the item, and its parts by the label before each. */
interface Shown {
  item: string
  parts: Map<string, string>
}
type Paper = Map<string, Shown>
/** Keys by "part.number", then by code. */
type Keys = Map<string, Map<string, string>>

function readPaper(lines: readonly string[]): Paper {
  const paper: Paper = new Map()
  let part = 'I'
  let shown: Shown | undefined
  for (const line of lines) {
    const heading = /^PHẦN (\w+)\./.exec(line)?.[1]
    if (heading) part = heading
    const stem = /^Câu (\d+)\. .*Câu hỏi (s\d+)\./.exec(line)
    if (stem) {
      shown = { item: stem[2] as string, parts: new Map() }
      paper.set(`${part}.${stem[1]}`, shown)
    }
    for (const [, label, text] of line.matchAll(/(?:^|[\t ])([A-P]\.|[a-p]\)|\d+\.)[\t ]+(s\d+[oc]\d+)/g))
      shown?.parts.set(label?.replace(/[.)]/, '') as string, text as string)
  }
  return paper
}

function readKeyLines(lines: readonly string[], codes: readonly string[]): Keys {
  const keys: Keys = new Map()
  let part = 'I'
  let header: string[] = []
  for (const line of lines) {
    const heading = /^PHẦN (\w+)/.exec(line)?.[1]
    if (heading) part = heading
    const cells = line.split('\t')
    if (cells[0] === 'Câu') header = cells
    else if (/^\d+$/.test(cells[0] ?? '') && cells.length > 1)
      cells.forEach((cell, column) => {
        const code = header[column] ?? ''
        const number = cells[header.lastIndexOf('Câu', column)]
        if (!codes.includes(code)) return
        const place = `${part}.${number}`
        keys.set(place, (keys.get(place) ?? new Map<string, string>()).set(code, cell))
      })
  }
  return keys
}

/** Is this the key of what stands there? Judged by the texts of the author, not by the orders that were stored. */
function isRight(key: ItemKey, written: string, { item, parts }: Shown): boolean {
  const option = (label: string) => Number((parts.get(label) ?? '').replace(`${item}o`, '') || Number.NaN)
  const choice = (label: string) => Number((parts.get(label) ?? '').replace(`${item}c`, '') || Number.NaN)
  switch (key.type) {
    case 'single-choice':
      return option(written) === key.option
    case 'multiple-choice':
      return (
        String(
          written
            .split(', ')
            .map(option)
            .sort((a, b) => a - b),
        ) === String(key.options)
      )
    case 'true-false':
      return written === (key.isTrue ? 'Đ' : 'S')
    case 'true-false-group':
      return written
        .split(' ')
        .every((sign, place) => sign === (key.truths[option('abcdefgh'[place] as string)] ? 'Đ' : 'S'))
    case 'ordering':
      return String(written.split(' → ').map(option)) === String(key.order)
    case 'matching':
      return written.split('; ').every((pair) => {
        const [prompt = '', letter = ''] = pair.split('–')
        return key.choiceOf[option(prompt)] === choice(letter)
      })
    case 'number':
      return Number(written.replace(' km', '').replace('−', '-').replace(',', '.')) === key.value
    case 'short-text':
      return written === key.accepted[0]
  }
}

function expectMatch(items: readonly PrintItem[], code: string, paper: Paper, keys: Keys): void {
  const known = new Map(items.map((item) => [item.itemVersionId, item]))
  expect([...paper.values()].map(({ item }) => item).sort()).toEqual([...known.keys()].sort())
  for (const [place, shown] of paper) {
    const { key, question } = known.get(shown.item) as PrintItem
    expect(shown.parts.size).toBe(question.options.length + question.choices.length)
    const written = keys.get(place)?.get(code) ?? ''
    if (!isRight(key, written, shown))
      throw new Error(`${code} ${place}: ${written} is not the key of ${JSON.stringify([...shown.parts])}`)
  }
}

const make = (items: readonly PrintItem[], forms: readonly PaperForm[]) => {
  const questions = new Map(items.map(({ itemVersionId, question }) => [itemVersionId, { question, points: 0.5 }]))
  const keyed = new Map(
    items.map(({ itemVersionId, key, question }) => [itemVersionId, { key, unit: question.unit, points: 0.5 }]),
  )
  return {
    names: forms.map(({ code }) => code),
    codes: printedCodes(forms, questions),
    tables: keyTables(forms, keyed),
    markings: markingsOf(forms, keyed),
  }
}

const cases = fc.record({
  items: printItems(16),
  bytes: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
  codeCount: fc.integer({ min: 1, max: 4 }),
  isShuffled: fc.boolean(),
})

describe('PP-6: every code’s key fits its paper', () => {
  it('in the PDF files', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, bytes, codeCount, isShuffled }) => {
        const { names, codes, tables, markings } = make(items, makeForms(bytes, items, codeCount, isShuffled))
        const keys = readKeyLines(pdfLines(await keyPdf(FILE, names, tables, markings, false)).flat(), names)
        for (const code of codes) {
          const lines = pdfLines(await paperPdf(FILE, [code], false)).flat()
          expect(lines.join('')).not.toContain('\ufffd')
          expectMatch(items, code.code, readPaper(lines), keys)
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('in the Word files', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, bytes, codeCount, isShuffled }) => {
        const { names, codes, tables, markings } = make(items, makeForms(bytes, items, codeCount, isShuffled))
        const keys = readKeyLines(wordLines(await keyDocx(FILE, names, tables, markings)), names)
        for (const code of codes) expectMatch(items, code.code, readPaper(wordLines(await paperDocx(FILE, code))), keys)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('in the sheet, where each item is found under the number that the paper gives it', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, bytes, codeCount, isShuffled }) => {
        const { names, codes, tables } = make(items, makeForms(bytes, items, codeCount, isShuffled))
        const listed = items.map(({ itemVersionId }) => ({
          itemVersionId,
          code: `=${itemVersionId}`,
          typeName: '',
          topicName: '',
          levelName: '',
          points: 0.5,
        }))
        const book = new ExcelJS.Workbook()
        await book.xlsx.load((await keyXlsx('Đáp án', names, tables, listed, FILE.at)) as unknown as ArrayBuffer)
        book.eachSheet((sheet) =>
          sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula))),
        )
        const rows = (name: string) => {
          const all: string[][] = []
          book
            .getWorksheet(name)
            ?.eachRow((row) => all.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))))
          return all
        }
        const [header = [], ...keyRows] = rows('Đáp án')
        const keys: Keys = new Map(
          keyRows.map(([part, number, ...texts]) => [
            `${part}.${number}`,
            new Map(texts.map((text, index) => [header[index + 2] as string, text])),
          ]),
        )
        const places = rows('Vị trí câu').slice(1)
        for (const [index, code] of codes.entries()) {
          const paper = readPaper(wordLines(await paperDocx(FILE, code)))
          expectMatch(items, code.code, paper, keys)
          for (const row of places) expect(paper.get(row[5 + index] as string)?.item).toBe(row[0]?.slice(1))
        }
        expect(rows('Danh sách')).toHaveLength(1 + items.length * codeCount)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})

/** The paragraphs of a Word file, the cells of a table row as one line. */
function wordLines(file: Buffer): string[] {
  const xml = new TextDecoder().decode(unzipSync(file)['word/document.xml'])
  const text = (part: string) =>
    part
      .replace(/<w:tab\/>/g, '\t')
      .replace(/<[^>]+>/g, '')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/\u00a0/g, ' ')
  return xml
    .replace(/<w:tr>[\s\S]*?<\/w:tr>/g, (row) =>
      // Cells of one paragraph each are a row of keys; others hold paragraphs of their own.
      [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].every(([cell]) => cell.split('</w:p>').length === 2)
        ? `<w:p>${row.replace(/<\/w:tc>/g, '<w:tab/>')}</w:p>`.replace(/<\/w:p>(?=.)/g, '')
        : row,
    )
    .split('</w:p>')
    .map((paragraph) => text(paragraph).replace(/\t+$/, ''))
}

describe('PP-7: pages', () => {
  const [items] = fc.sample(printItems(120), { seed: 7, numRuns: 1 }) as [PrintItem[]]
  const { codes } = make(items, makeForms(Buffer.alloc(16, 3), items, 3, true))

  it('each says its number, how many there are and the code; the first one says how many too', async () => {
    const [code] = codes as [(typeof codes)[0]]
    const pages = pdfLines(await paperPdf(FILE, [code], false))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]?.join('\n')).toContain(`(Đề có ${pages.length} trang)`)
    pages.forEach((lines, index) => {
      expect(lines.at(-1)).toBe(`Trang ${index + 1}/${pages.length} – Mã đề ${code.code}`)
    })
    expect(pages.at(-1)?.at(-2)).toBe('HẾT')
  })

  it('no stem is parted from its options', async () => {
    for (const lines of pdfLines(await paperPdf(FILE, codes, false))) {
      const known = new Map(items.map((item) => [item.itemVersionId, item]))
      for (const [, shown] of readPaper(lines)) {
        const { question } = known.get(shown.item) as PrintItem
        expect(shown.parts.size).toBe(question.options.length + question.choices.length)
      }
    }
  })

  it('all codes in one file are the single files one behind the other', async () => {
    const single = []
    for (const code of codes) single.push(...pdfLines(await paperPdf(FILE, [code], false)))
    expect(pdfLines(await paperPdf(FILE, codes, false))).toEqual(single)
  })

  it('the same paper gives the same bytes again', async () => {
    const twice = await Promise.all([1, 2].map(() => paperPdf(FILE, codes.slice(0, 1))))
    expect(twice[0]?.equals(twice[1] as Buffer)).toBe(true)
  })

  it('PP-8: the answer sheet has bubbles and boxes for every number of every code', async () => {
    const parts = sheetParts(codes)
    for (const code of codes)
      code.parts.forEach((part, partIndex) => {
        part.entries.forEach(({ number, entry }, index) => {
          const slot = parts[partIndex]?.entries[index]
          expect(slot?.number).toBe(number)
          expect(slot?.entry.type).toBe(entry.type)
          expect(slot?.entry.count).toBeGreaterThanOrEqual(entry.options.length)
        })
      })
    const lines = pdfLines(await answerSheetPdf(FILE, parts, false)).flat()
    const choices = parts.find(({ part }) => part === 'choice')?.entries ?? []
    for (const { number, entry } of choices) {
      const letters = [...'ABCDEFGH'].slice(0, entry.count).join('[\t ]')
      expect(lines.some((line) => new RegExp(`(^|\t)${number}[\t ]${letters}(\t|$)`).test(line))).toBe(true)
    }
    for (const field of ['Họ và tên thí sinh', 'Ngày sinh', 'Lớp/Đơn vị', 'Số báo danh', 'Mã đề'])
      expect(lines.some((line) => line.includes(field))).toBe(true)
  })
})
