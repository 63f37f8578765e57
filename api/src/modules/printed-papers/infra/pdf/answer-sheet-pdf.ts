import type { SheetSlot } from '../../domain/answer-sheet.js'
import { paginate } from '../../../../kernel/paginate.js'
import type { Numbered } from '../../domain/paper-parts.js'
import { romanOf } from '../../domain/paper-parts.js'
import type { Row } from '../../../../platform/documents/pdf/box.js'
import { headingRow } from './heading.js'
import { paragraphRows } from './lines.js'
import { footer, type PaperFile, settingOf } from './paper-pdf.js'
import { closePdf, openPdf, PAGE } from '../../../../platform/documents/pdf/pdf-document.js'
import { bubble, slotRows } from './sheet-slots.js'
import { dots, type Setting, textBox } from './words.js'

const MARGIN = { x: 46, top: 44, foot: 54 } as const
const WIDTH = PAGE.width - 2 * MARGIN.x
const ROOM = PAGE.height - MARGIN.top - MARGIN.foot
/** Digits of a candidate's number and of a paper's code. */
const NUMBER_DIGITS = 6
const CODE_DIGITS = 3
const DIGIT_STEP = 18
const DIGIT_LINE = 14.6

const PART_NAMES = {
  choice: 'Tô kín ô tròn của phương án được chọn',
  truth: 'Tô Đ (đúng) hoặc S (sai) cho từng ý',
  answer: 'Viết rõ câu trả lời; mỗi ô một chữ số, dấu phẩy hoặc dấu trừ',
  arrange: 'Viết chữ cái vào từng ô',
} as const

/** PP-8: the sheet on which the answers to any code are given; black and white, A4. */
export async function answerSheetPdf(
  file: PaperFile,
  parts: readonly Numbered<SheetSlot>[],
  isCompressed = true,
): Promise<Buffer> {
  const document = openPdf(`Phiếu trả lời – ${file.heading.title}`, file.author, file.at, { isCompressed })
  const setting = settingOf(document, file.pictures, 9.5)
  const rows: Row[] = [
    { ...headingRow(setting, file.heading, WIDTH, { left: '' }), staysWithNext: true },
    ...titleRows(setting, 'PHIẾU TRẢ LỜI'),
    { ...personRow(setting), staysWithNext: true },
    ...parts.flatMap((part) => partRows(setting, part)),
  ]
  const pages = paginate(rows, ROOM)
  pages.forEach((page, index) => {
    document.addPage()
    corners(setting)
    for (const { piece, y } of page) piece.draw(MARGIN.x, MARGIN.top + y)
    if (pages.length > 1) footer(setting, `Phiếu trả lời – Trang\u00a0${index + 1}/${pages.length}`)
  })
  return closePdf(document)
}

function partRows(setting: Setting, part: Numbered<SheetSlot>): Row[] {
  const heading = paragraphRows(
    setting,
    [
      { kind: 'text', text: `PHẦN\u00a0${romanOf(part.ordinal)}. `, style: { bold: true } },
      { kind: 'text', text: `${PART_NAMES[part.part]}.`, style: { italic: true } },
    ],
    WIDTH,
    { gap: 13 },
  ).map((row) => ({ ...row, staysWithNext: true }))
  return [...heading, ...slotRows(setting, part.entries, WIDTH)]
}

/** A title over the whole width. */
export function titleRows(setting: Setting, text: string): Row[] {
  const large = { ...setting, size: 14 }
  return paragraphRows(large, [{ kind: 'text', text, style: { bold: true } }], WIDTH, { align: 'center', gap: 10 }).map(
    (row) => ({ ...row, staysWithNext: true }),
  )
}

/** Who writes, and the grids for the candidate's number and the code. */
function personRow(setting: Setting): Row {
  const { document } = setting
  const height = 205
  const gridsWidth = (NUMBER_DIGITS + CODE_DIGITS) * DIGIT_STEP + 18
  const left = WIDTH - gridsWidth - 18
  const fields = [
    'Họ và tên thí sinh:',
    'Ngày sinh:',
    'Lớp/Đơn vị:',
    'Chữ ký của thí sinh:',
    'Cán bộ coi thi (ký, ghi rõ họ tên):',
  ]
  const hints =
    'Viết và tô bằng bút chì hoặc bút mực đậm. Muốn đổi phương án, tẩy sạch ô cũ rồi tô ô mới. Không gấp, không viết vào bốn góc của phiếu.'
  return {
    height,
    gap: 10,
    staysWithNext: false,
    draw(x, y) {
      fields.forEach((field, index) => {
        const baseline = y + 14 + index * 27
        const label = textBox(setting, field, {})
        label.draw(x, baseline)
        dots(document, x + label.width + 5, x + left, baseline)
      })
      const rows = paragraphRows(
        { ...setting, size: 8.5 },
        [{ kind: 'text', text: hints, style: { italic: true } }],
        left - 4,
      )
      let at = y + 152
      for (const row of rows) {
        row.draw(x, at)
        at += row.height
      }
      digitGrid(setting, 'Số báo danh', NUMBER_DIGITS, x + WIDTH - gridsWidth, y)
      digitGrid(setting, 'Mã đề', CODE_DIGITS, x + WIDTH - CODE_DIGITS * DIGIT_STEP, y)
    },
  }
}

/** Digits to be written and, below each, to be filled in. */
function digitGrid(setting: Setting, title: string, digits: number, x: number, y: number): void {
  const { document } = setting
  const width = digits * DIGIT_STEP
  const label = textBox({ ...setting, size: 9.5 }, title, { bold: true })
  label.draw(x + (width - label.width) / 2, y + 9)
  document
    .lineWidth(0.8)
    .rect(x, y + 15, width, 20 + 10 * DIGIT_LINE + 8)
    .stroke()
  document
    .moveTo(x, y + 35)
    .lineTo(x + width, y + 35)
    .stroke()
  for (let digit = 0; digit < digits; digit++) {
    const left = x + digit * DIGIT_STEP
    document.lineWidth(0.5)
    if (digit > 0)
      document
        .moveTo(left, y + 15)
        .lineTo(left, y + 35)
        .stroke()
    for (let value = 0; value <= 9; value++)
      bubble(setting, String(value), left + DIGIT_STEP / 2, y + 42 + DIGIT_LINE * value + DIGIT_LINE / 2 - 3)
  }
}

/** Black squares by which a scanner finds the corners. */
function corners({ document }: Setting): void {
  const side = 9
  for (const x of [20, PAGE.width - 20 - side])
    for (const y of [20, PAGE.height - 20 - side]) document.rect(x, y, side, side).fill('black')
}
