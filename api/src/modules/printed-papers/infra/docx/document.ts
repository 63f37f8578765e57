import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  LeaderType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PaperHeading } from '../../domain/printed-code.js'
import { typeset } from '../../../../kernel/typeset.js'
import { columnsTable, NO_BORDERS, paragraph } from './rich-docx.js'
import { TEXT_WIDTH, textRun } from './rich-runs.js'

/** The font that official papers are written in (Decree 30/2020/NĐ-CP, annex I) and that every computer with Word has. */
const FONT = 'Times New Roman'
/** Half points. */
const SIZE = 24

/** A Word file on A4. @param foot what stands after the page's number at its foot */
export async function docxFile(
  title: string,
  author: string,
  foot: string,
  children: readonly FileChild[],
): Promise<Buffer> {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: 259 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1021, bottom: 1021, left: 1134, right: 1134, footer: 510, header: 510 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 20,
                    children: [
                      'Trang\u00a0',
                      PageNumber.CURRENT,
                      '/',
                      PageNumber.TOTAL_PAGES,
                      foot === '' ? '' : ` – ${foot}`,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [...children],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** The two columns above a paper. @param note the last line of the left column */
export function headingDocx(heading: PaperHeading, note: readonly ParagraphChild[] | null, time = true): FileChild[] {
  const centre = (children: ParagraphChild[]) => paragraph(children, { align: AlignmentType.CENTER })
  const organizers = heading.organizer.split(/\s+[–—-]\s+|\n/).filter((name) => name.trim() !== '')
  const left = [
    ...organizers.map((name, index) =>
      centre([textRun(name.toLocaleUpperCase('vi'), index === organizers.length - 1 ? { bold: true } : {})]),
    ),
    ...(organizers.length === 0 ? [] : [centre([textRun('–––––––––')])]),
    ...(note ? [centre([...note])] : []),
  ]
  const right = [
    centre([textRun(typeset(heading.title.toLocaleUpperCase('vi')), { bold: true })]),
    ...(heading.subject === '' ? [] : [centre([textRun(typeset(heading.subject), { bold: true })])]),
    ...(time
      ? [
          centre([
            textRun(typeset(`Thời gian làm bài: ${heading.durationMinutes} phút, không kể thời gian phát đề`), {
              italic: true,
            }),
          ]),
        ]
      : []),
  ]
  return [
    columnsTable(
      [left.length > 0 ? left : [paragraph([])], right],
      [Math.round(TEXT_WIDTH * 0.42), Math.round(TEXT_WIDTH * 0.58)],
    ),
  ]
}

/** "(Đề có 3 trang)": Word counts again when it prints. @param pages what it says before */
export function pagesNote(pages: number): ParagraphChild[] {
  return [
    textRun('(Đề có ', { italic: true }),
    new SimpleField('NUMPAGES', String(pages)),
    textRun(' trang)', { italic: true }),
  ]
}

/** Who writes, on dotted lines, and the code in its box. */
export function candidateDocx(code: string): FileChild[] {
  const [left, right] = [TEXT_WIDTH - 1900, 1900]
  const dotted = (position: number) => ({ type: TabStopType.LEFT, position, leader: LeaderType.DOT })
  const box = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
  const field = (children: ParagraphChild[], positions: number[]) =>
    paragraph(children, { before: 80, tabs: positions.map(dotted), staysWithNext: true })
  return [
    paragraph([], { before: 0 }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [left, right],
      borders: NO_BORDERS,
      rows: [
        new TableRow({
          children: [
            new TableCell({
              width: { size: left, type: WidthType.DXA },
              borders: NO_BORDERS,
              children: [
                field([textRun('Họ và tên thí sinh: '), textRun('\t')], [left - 400]),
                field(
                  [textRun('Số báo danh: '), textRun('\t'), textRun(' Lớp/Đơn vị: '), textRun('\t')],
                  [Math.round(left * 0.46), left - 400],
                ),
              ],
            }),
            new TableCell({
              width: { size: right, type: WidthType.DXA },
              borders: { top: box, bottom: box, left: box, right: box },
              verticalAlign: VerticalAlignTable.CENTER,
              children: [
                paragraph([textRun('Mã\u00a0đề '), textRun(code, { bold: true })], { align: AlignmentType.CENTER }),
              ],
            }),
          ],
        }),
      ],
    }),
  ]
}
