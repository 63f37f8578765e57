import {
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Paragraph,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx'
import type { HeadingBlock, ListBlock, ParagraphBlock, Text, TitleBlock } from '../document.js'
import { FIRST_LINE } from '../pdf/sheet.js'
import { markOf, type SetRun, setRuns } from '../set-text.js'
import { ALIGN, centred, ruleOf, twips, type WordPage } from './page.js'

export interface RunStyle {
  bold?: boolean
  italics?: boolean
  /** Half points. */
  size?: number
}

/** A text as runs of Word. */
export function runsOf(text: Text, base: RunStyle = {}): ParagraphChild[] {
  return setRuns(text).flatMap((run): ParagraphChild[] => {
    const runs = lineRuns(run, base)
    return run.href ? [new ExternalHyperlink({ link: run.href, children: runs })] : runs
  })
}

/** Text that stands as it is written, only its lines parted. */
export function plainRuns(text: string, base: RunStyle = {}): TextRun[] {
  return lineRuns({ text }, base)
}

function lineRuns({ text, bold, italic, href }: SetRun, base: RunStyle): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        ...base,
        ...(bold ? { bold } : {}),
        ...(italic ? { italics: true } : {}),
        ...(href ? { color: '0B5CAD', underline: { type: UnderlineType.SINGLE } } : {}),
        ...(index > 0 ? { break: 1 } : {}),
        text: line,
      }),
  )
}

export function titleDocx(page: WordPage, { text, subtitle }: TitleBlock): Paragraph[] {
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    children: runsOf(text),
    spacing: { before: 320, after: 40 },
    keepNext: true,
  })
  if (subtitle === undefined) return [title]
  return [title, centred(runsOf(subtitle, { bold: true, size: 28 })), ruleOf(page.width, page.width * 0.2, 160)]
}

const LEVELS = {
  chapter: HeadingLevel.HEADING_1,
  section: HeadingLevel.HEADING_2,
  article: HeadingLevel.HEADING_2,
  subsection: HeadingLevel.HEADING_3,
} as const

export function headingDocx({ level, text }: HeadingBlock): Paragraph {
  return new Paragraph({ heading: LEVELS[level], children: runsOf(text), keepNext: true })
}

export function paragraphDocx(block: ParagraphBlock, staysWithNext: boolean): Paragraph {
  const align = block.align ?? 'justify'
  const isIndented = block.isIndented ?? align === 'justify'
  return new Paragraph({
    children: runsOf(block.text),
    alignment: ALIGN[align],
    spacing: { before: 120, after: 0 },
    ...(isIndented ? { indent: { firstLine: twips(FIRST_LINE) } } : {}),
    ...(staysWithNext || block.staysWithNext ? { keepNext: true } : {}),
  })
}

/** Word counts letters as in English: beyond d they are written by hand, with đ. */
const COUNTED_LETTERS = 4

/** @param staysWithNext the last line of the list belongs to what follows */
export function listDocx(page: WordPage, list: ListBlock, staysWithNext: boolean, depth = 0): Paragraph[] {
  const from = list.from ?? 1
  const isWritten = list.marks === 'letter' && from + list.entries.length - 1 > COUNTED_LETTERS
  const reference = isWritten ? null : listReference(page, list, depth)
  return list.entries.flatMap((entry, index) => {
    const hasList = typeof entry === 'object' && 'list' in entry
    const text = hasList ? entry.text : entry
    const isLast = index === list.entries.length - 1
    const paragraph = new Paragraph({
      children:
        reference === null ? [...plainRuns(`${markOf(list.marks, from + index)} `), ...runsOf(text)] : runsOf(text),
      alignment: ALIGN.justify,
      spacing: { before: list.marks === 'bullet' ? 60 : 100, after: 0 },
      ...(reference === null ? { indent: { firstLine: twips(FIRST_LINE) } } : { numbering: { reference, level: 0 } }),
      ...(hasList || (isLast && staysWithNext) ? { keepNext: true } : {}),
    })
    return hasList ? [paragraph, ...listDocx(page, entry.list, isLast && staysWithNext, depth + 1)] : [paragraph]
  })
}

function listReference(page: WordPage, { marks, from = 1 }: ListBlock, depth: number): string {
  const reference = `list-${page.lists.length + 1}`
  const isBullet = marks === 'bullet'
  const left = twips(FIRST_LINE / 2 + 5 * depth + 5)
  page.lists.push({
    reference,
    levels: [
      {
        level: 0,
        start: from,
        format:
          marks === 'number' ? LevelFormat.DECIMAL : marks === 'letter' ? LevelFormat.LOWER_LETTER : LevelFormat.BULLET,
        text: marks === 'number' ? '%1.' : marks === 'letter' ? '%1)' : markOf(marks, 1),
        suffix: isBullet ? LevelSuffix.TAB : LevelSuffix.SPACE,
        style: {
          paragraph: { indent: isBullet ? { left, hanging: twips(5) } : { left: 0, firstLine: twips(FIRST_LINE) } },
        },
      },
    ],
  })
  return reference
}
