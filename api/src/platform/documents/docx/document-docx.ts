import {
  AlignmentType,
  Document as WordDocument,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, Document } from '../document.js'
import { openPdf } from '../pdf/pdf-document.js'
import { FIRST_LINE, MARGINS, paperOf } from '../pdf/sheet.js'
import { Typeface } from '../pdf/typeface.js'
import { cleanText } from '../set-text.js'
import { WORDS } from '../words.js'
import { headDocx, signaturesDocx } from './frame.js'
import { twips, type WordPage } from './page.js'
import { chartDocx, pictureDocx } from './pictures.js'
import { withRows } from './row-xml.js'
import { stableDocx } from './stable-docx.js'
import { factsDocx, tableDocx } from './tables.js'
import { headingDocx, listDocx, paragraphDocx, titleDocx } from './texts.js'

/** The font and size of administrative documents (Decree 30/2020/NĐ-CP, annex I), which every computer with Word has. */
const FONT = 'Times New Roman'
/** Half points. */
const SIZE = 26
const INK = '000000'

/** DC-3: a document as a Word file to be edited: real headings, numbering and header rows. */
export async function documentDocx(document: Document): Promise<Buffer> {
  const paper = paperOf(document.page)
  const page: WordPage = {
    locale: document.locale,
    width: twips(paper.width - MARGINS.left - MARGINS.right),
    lists: [],
    tables: [],
    typeface: new Typeface(openPdf('', '', document.at)),
  }
  const children: FileChild[] = document.head ? headDocx(page, document.head) : []
  for (const [index, block] of document.blocks.entries()) {
    const next = document.blocks[index + 1]
    for (const child of await blockDocx(page, block, next?.kind === 'signatures')) children.push(child)
  }
  const heading = (size: number, before: number, paragraph: object) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 0 }, ...paragraph },
  })
  const file = new WordDocument({
    title: cleanText(document.title),
    creator: cleanText(document.author),
    lastModifiedBy: cleanText(document.author),
    description: '',
    numbering: { config: page.lists },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE, language: { value: document.locale === 'vi' ? 'vi-VN' : 'en-GB' } },
          // Said in full: some readers take a missing rule as exact.
          paragraph: { spacing: { line: 264, lineRule: 'auto' } },
        },
        title: heading(32, 320, { alignment: AlignmentType.CENTER }),
        heading1: heading(SIZE + 2, 240, { alignment: AlignmentType.CENTER }),
        heading2: heading(SIZE, 180, { indent: { firstLine: twips(FIRST_LINE) } }),
        heading3: {
          ...heading(SIZE, 120, { indent: { firstLine: twips(FIRST_LINE) } }),
          run: { font: FONT, size: SIZE, bold: true, italics: true, color: INK },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sides itself.
            size: {
              width: twips(210),
              height: twips(297),
              orientation: document.page === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(MARGINS.top),
              bottom: twips(MARGINS.bottom),
              left: twips(MARGINS.left),
              right: twips(MARGINS.right),
              header: twips(10),
              footer: twips(9),
            },
          },
        },
        footers: { default: footer(page, document) },
        // A file ends with a paragraph, and so may begin with none.
        children: children.length > 0 ? children : [new Paragraph({ children: [] })],
      },
    ],
  })
  return stableDocx(await Packer.toBuffer(file), document.at, (xml) => withRows(xml, page.tables))
}

function footer(page: WordPage, document: Document): Footer {
  const [before, between] = WORDS[document.locale].pageOf
  const style = { size: 19, color: '4A5B6C' }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: page.width }],
        children: [
          new TextRun({ ...style, text: cleanText(document.foot ?? '').replace(/\n/g, ' ') }),
          new TextRun({ ...style, children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

/** @param isSigned places for signatures follow, which never stand alone on a page */
async function blockDocx(page: WordPage, block: Block, isSigned: boolean): Promise<FileChild[]> {
  switch (block.kind) {
    case 'title':
      return titleDocx(page, block)
    case 'heading':
      return [headingDocx(block)]
    case 'paragraph':
      return [paragraphDocx(block, isSigned)]
    case 'list':
      return listDocx(page, block, isSigned)
    case 'table':
      return tableDocx(page, block)
    case 'facts':
      return [factsDocx(page, block)]
    case 'signatures':
      return signaturesDocx(page, block)
    case 'bar-chart':
    case 'line-plot':
      return chartDocx(page, block)
    case 'picture':
      return pictureDocx(page, block)
    case 'spacer':
      return [
        new Paragraph({
          children: [],
          spacing: { before: twips(block.height), after: 0, line: 20, lineRule: 'exact' },
        }),
      ]
    case 'page-break':
      return [
        new Paragraph({
          children: [],
          pageBreakBefore: true,
          spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
        }),
      ]
  }
}
