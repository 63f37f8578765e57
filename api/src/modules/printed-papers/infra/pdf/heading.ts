import type { PaperHeading } from '../../domain/printed-code.js'
import { typeset } from '../../../../kernel/typeset.js'
import { type Row, sideBySide } from '../../../../platform/documents/pdf/box.js'
import { paragraphRows } from './lines.js'
import { dots, type Setting, textBox } from './words.js'

/** What the second line of the left column says, such as "(Đề có 3 trang)". */
export interface HeadingNote {
  left: string
  /** A line under the title, in place of the time. */
  right?: string
}

/** The two columns above a paper: who holds the exam, and which exam it is. */
export function headingRow(setting: Setting, heading: PaperHeading, width: number, note: HeadingNote): Row {
  const { document, size } = setting
  const line = (text: string, style: 'plain' | 'bold' | 'italic', own: number, gap = 0) =>
    paragraphRows(
      setting,
      [
        {
          kind: 'text',
          text: typeset(text),
          style: style === 'bold' ? { bold: true } : style === 'italic' ? { italic: true } : {},
        },
      ],
      own,
      { align: 'center', gap, isBalanced: true },
    )
  const left = width * (heading.organizer === '' ? 0.26 : 0.4)
  const gap = size * 1.4
  const right = width - left - gap
  const rule: Row = {
    height: size * 0.5,
    gap: 0,
    staysWithNext: false,
    draw: (x, y) =>
      void document
        .lineWidth(0.8)
        .moveTo(x + left * 0.3, y + size * 0.2)
        .lineTo(x + left * 0.7, y + size * 0.2)
        .stroke(),
  }
  // "Sở Giáo dục và Đào tạo – Trường …": the authority above, then who holds the exam, as official papers name them.
  const organizers = heading.organizer.split(/\s+[–—-]\s+|\n/).filter((name) => name.trim() !== '')
  const leftRows = [
    ...organizers.flatMap((name, index) =>
      line(name.toLocaleUpperCase('vi'), index === organizers.length - 1 ? 'bold' : 'plain', left),
    ),
    ...(organizers.length === 0 ? [] : [rule]),
    ...(note.left === '' ? [] : line(note.left, 'italic', left, size * 0.2)),
  ]
  const time = `Thời gian làm bài: ${heading.durationMinutes} phút, không kể thời gian phát đề`
  const rightRows = [
    ...line(heading.title.toLocaleUpperCase('vi'), 'bold', right),
    ...(heading.subject === '' ? [] : line(heading.subject, 'bold', right)),
    ...line(note.right ?? time, 'italic', right, size * 0.1),
  ]
  return sideBySide(
    [
      { x: 0, rows: leftRows },
      { x: left + gap, rows: rightRows },
    ],
    0,
  )
}

/** "Họ và tên …… Số báo danh ……" and the code in its box. */
export function candidateRow(setting: Setting, code: string, width: number): Row {
  const { document, size } = setting
  const label = textBox(setting, 'Mã\u00a0đề', {})
  const number = textBox({ ...setting, size: size * 1.25 }, code, { bold: true })
  const inside = label.width + size * 0.5 + number.width
  const boxWidth = inside + size * 1.8
  const boxHeight = size * 2.4
  const field = (text: string, x: number, to: number, baseline: number) => {
    const box = textBox(setting, text, {})
    box.draw(x, baseline)
    dots(document, x + box.width + size * 0.4, to, baseline)
  }
  return {
    height: size * 3.6,
    gap: size * 0.9,
    staysWithNext: true,
    draw(x, y) {
      const right = x + width - boxWidth - size * 1.4
      field('Họ và tên thí sinh:', x, right, y + size * 1.2)
      const middle = x + (right - x) * 0.52
      field('Số báo danh:', x, middle - size, y + size * 3.1)
      field('Lớp/Đơn vị:', middle, right, y + size * 3.1)
      const boxY = y + size * 0.75
      document
        .lineWidth(1.1)
        .rect(x + width - boxWidth, boxY, boxWidth, boxHeight)
        .stroke()
      const baseline = boxY + boxHeight / 2 + size * 0.42
      label.draw(x + width - boxWidth + size * 0.9, baseline)
      number.draw(x + width - boxWidth + size * 0.9 + label.width + size * 0.5, baseline)
    },
  }
}

/** A line of text in the middle between two rules. */
export function endRow(setting: Setting, text: string, width: number): Row {
  const [row] = paragraphRows(setting, [{ kind: 'text', text, style: { bold: true } }], width, { align: 'center' })
  const box = textBox(setting, text, { bold: true })
  const { document, size } = setting
  return {
    height: (row as Row).height,
    gap: size * 1.4,
    staysWithNext: false,
    draw(x, y) {
      ;(row as Row).draw(x, y)
      const [middle, half] = [x + width / 2, box.width / 2 + size * 0.8]
      const level = y + size * 0.72
      document.lineWidth(0.6)
      document
        .moveTo(middle - half - size * 5, level)
        .lineTo(middle - half, level)
        .stroke()
      document
        .moveTo(middle + half, level)
        .lineTo(middle + half + size * 5, level)
        .stroke()
    },
  }
}
