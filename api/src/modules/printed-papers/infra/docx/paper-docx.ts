import { AlignmentType, type FileChild } from 'docx'
import { hasOwnPoints, needsHeadings, partHeading, partInstruction } from '../../domain/paper-texts.js'
import type { PrintedCode } from '../../domain/printed-code.js'
import { naturalWidth } from '../pdf/lines.js'
import { pageCount, type PaperFile, settingOf } from '../pdf/paper-pdf.js'
import { openPdf } from '../../../../platform/documents/pdf/pdf-document.js'
import { candidateDocx, docxFile, headingDocx, pagesNote } from './document.js'
import { type DocxSetting, itemDocx } from './item-docx.js'
import { paragraph } from './rich-docx.js'
import { textRun } from './rich-runs.js'

/** One code as a Word file, to be changed or printed. */
export function paperDocx(file: PaperFile, code: PrintedCode): Promise<Buffer> {
  const setting = docxSettingOf(file)
  const hasHeadings = needsHeadings(code.parts)
  const children: FileChild[] = [
    ...headingDocx(file.heading, pagesNote(pageCount(file, code))),
    ...candidateDocx(code.code),
    ...code.parts.flatMap((part) => [
      ...(hasHeadings ? partDocx(part) : []),
      ...part.entries.flatMap(({ number, entry }) => itemDocx(setting, entry, number, hasOwnPoints(part))),
    ]),
    paragraph([textRun('–––––––––– HẾT ––––––––––', { bold: true })], { align: AlignmentType.CENTER, before: 200 }),
  ]
  return docxFile(`${file.heading.title} – Mã đề ${code.code}`, file.author, `Mã\u00a0đề\u00a0${code.code}`, children)
}

/** "PHẦN I. …" and what to do in it. */
export function partDocx(part: PrintedCode['parts'][number]): FileChild[] {
  const { title, points } = partHeading(part)
  return [
    paragraph([textRun(`${title} ${points}. `, { bold: true }), textRun(partInstruction(part), { italic: true })], {
      before: 180,
      staysWithNext: true,
    }),
  ]
}

/**
 * Widths are measured in the font of the PDF at 10 points: there a text is about as wide as in Times New Roman at 12 points, rather
 * wider than narrower.
 */
function docxSettingOf(file: PaperFile): DocxSetting {
  const setting = settingOf(openPdf('', '', file.at), file.pictures)
  return { pictures: file.pictures, measure: (inlines) => naturalWidth(setting, inlines) }
}
