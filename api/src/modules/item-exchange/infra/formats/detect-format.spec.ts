import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ItemFormat } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { writeCsv } from './csv.js'
import { detectFormat } from './detect-format.js'
import { WordWriter, wordFile } from './docx/word-file.sample.js'
import { bareDraft } from './draft-texts.js'
import { writeJson } from './json.js'
import { writeKahoot } from './kahoot.js'
import { makeZip } from './safe-zip.js'
import { writeXlsx } from './xlsx.js'

const text = (content: string) => new TextEncoder().encode(content)
const items = [bareDraft({ type: 'single-choice', stem: 'Một?', options: ['a', 'b'], key: 0 })]
const input = { items, media: new Map(), locale: 'vi' } as const
const QTI_3 = '<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"/>'
const QTI_2 = '<?xml version="1.0"?>\n<!-- x --><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>'

describe('a file is known by what it holds', () => {
  it.each([
    ['xlsx', async () => (await writeXlsx(input)).bytes],
    ['csv', async () => (await writeCsv(input)).bytes],
    ['kahoot', async () => (await writeKahoot(input)).bytes],
    ['json', async () => (await writeJson(input)).bytes],
    ['docx', async () => wordFile({ body: new WordWriter().p('Câu 1: x') })],
    ['csv', async () => text('Question;A;B;Answer\nMột?;a;b;A')],
    ['gift', async () => text('::Tên:: Một? {=đúng ~sai}')],
    ['gift', async () => text('// ghi chú\n$CATEGORY: $course$/x\n\nMột? {T}')],
    ['gift', async () => text('Bao nhiêu? {#5:1}')],
    ['aiken', async () => text('Một?\nA) a\nB) b\nANSWER: B\n')],
    ['aiken', async () => text('Một?\r\nA. a\r\nB. b\r\nANSWER: B')],
    [
      'moodle-xml',
      async () => text('<?xml version="1.0" encoding="UTF-8"?>\n<quiz><question type="truefalse"/></quiz>'),
    ],
    ['qti-2', async () => text(QTI_2)],
    ['qti-3', async () => text(QTI_3)],
    [
      'qti-3',
      async () =>
        makeZip([
          ['imsmanifest.xml', text('<manifest><schemaversion>x</schemaversion></manifest>')],
          ['items/a.xml', text(QTI_3)],
        ]),
    ],
    [
      'qti-2',
      async () =>
        makeZip([
          ['imsmanifest.xml', text('<manifest><resource type="imsqti_item_xmlv2p1" href="a.xml"/></manifest>')],
          ['a.xml', text(QTI_2)],
        ]),
    ],
    ['moodle-xml', async () => makeZip([['questions.xml', text('<quiz/>')]])],
  ] as [ItemFormat, () => Promise<Uint8Array>][])('%s, whatever its name', async (format, make) => {
    const bytes = await make()
    for (const name of ['tệp', 'a.bin', 'a.docx', 'a.xlsx', 'a.json', 'a.txt'])
      expect(detectFormat(bytes, name)).toBe(format)
  })

  it.each([
    [
      'an old Word file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'UPLOAD.OLD_OFFICE',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['a PDF', text('%PDF-1.7 x'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['another archive', makeZip([['a.txt', text('x')]]), 'UPLOAD.UNKNOWN_FORMAT'],
    ['another XML', text('<html><body/></html>'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['another JSON', text('{"items": []}'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['a letter', text('Kính gửi thầy cô, đây là thư.'), 'UPLOAD.UNKNOWN_FORMAT'],
    ['nothing', new Uint8Array(), 'UPLOAD.UNKNOWN_FORMAT'],
    [
      'a workbook with macros',
      makeZip([
        ['xl/workbook.xml', text('x')],
        ['xl/vbaProject.bin', text('x')],
      ]),
      'UPLOAD.MACROS',
    ],
  ])('%s is refused', (_, bytes, code) => {
    expect(() => detectFormat(bytes, 'câu hỏi.docx')).toThrow(code)
  })

  it('a list of words with the name of a sheet is one', () => {
    expect(detectFormat(text('a,b,c\n1,2,3'), 'x.csv')).toBe('csv')
  })

  it('the files kept as samples', () => {
    const folder = path.resolve(__dirname, '../../../../../../test/data/items')
    for (const [name, format] of [
      ['csv', 'csv'],
      ['json', 'json'],
      ['kahoot', 'kahoot'],
      ['xlsx', 'xlsx'],
      ['docx', 'docx'],
    ] as const)
      for (const file of readdirSync(path.join(folder, name)))
        expect([file, detectFormat(readFileSync(path.join(folder, name, file)), '')]).toEqual([file, format])
  })

  it('anything at all is known or refused, never a failure', () => {
    const start = fc.constantFrom('', 'PK\u0003\u0004', '<', '{', 'Question,A,B,Answer\n', '<?xml', '::a::{')
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), fc.string(), (head, bytes, name) => {
        try {
          detectFormat(Buffer.concat([Buffer.from(head, 'latin1'), bytes]), name)
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError)
        }
      }),
    )
  })
})
