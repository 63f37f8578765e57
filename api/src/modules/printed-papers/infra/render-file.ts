import type { ItemQuestion } from '@thiso/contracts/vocab'
import { sheetParts } from '../domain/answer-sheet.js'
import { type KeyedItem, keyTables, markingsOf } from '../domain/key-table.js'
import type { PaperForm } from '../domain/make-forms.js'
import type { MasterItem } from '../domain/master-paper.js'
import { inPartOrder, partsOf } from '../domain/paper-parts.js'
import { type PaperHeading, printedCodes } from '../domain/printed-code.js'
import type { ListedItem } from './key-xlsx.js'
import type { PaperFile } from './pdf/paper-pdf.js'
import { readPictures } from './pictures.js'

/** Everything that a file is made of, so that it can be made where there is no database. */
export type RenderOrder = { heading: PaperHeading; at: Date; forms: PaperForm[] } & (
  | {
      kind: 'code-pdf' | 'code-docx' | 'all-pdf' | 'sheet-pdf'
      questions: Map<string, { question: ItemQuestion; points: number }>
      media: { id: string; mime: string; bytes: Uint8Array }[]
    }
  | { kind: 'key-pdf' | 'key-docx' | 'key-xlsx'; items: Map<string, KeyedItem>; listed: ListedItem[] }
  | { kind: 'master-docx'; items: MasterItem[]; media: { id: string; mime: string; bytes: Uint8Array }[] }
)

const MAKER = 'Thi Số'

/** PP-6: one file of a paper. For the kinds of one code, `forms` holds that code only. Each kind loads only the packages that it needs. */
export async function renderFile(order: RenderOrder): Promise<Buffer> {
  const file: PaperFile = {
    heading: order.heading,
    author: MAKER,
    at: order.at,
    pictures: await readPictures('media' in order ? order.media : []),
  }
  const { forms } = order
  switch (order.kind) {
    case 'code-pdf':
    case 'all-pdf': {
      const { paperPdf } = await import('./pdf/paper-pdf.js')
      return paperPdf(file, printedCodes(forms, order.questions))
    }
    case 'code-docx': {
      const [code] = printedCodes(forms, order.questions)
      if (!code) throw new RangeError('a paper needs a code')
      const { paperDocx } = await import('./docx/paper-docx.js')
      return paperDocx(file, code)
    }
    case 'sheet-pdf': {
      const { answerSheetPdf } = await import('./pdf/answer-sheet-pdf.js')
      return answerSheetPdf(file, sheetParts(printedCodes(forms, order.questions)))
    }
    case 'master-docx':
      return master(file, forms, order.items)
    case 'key-xlsx': {
      const { keyXlsx } = await import('./key-xlsx.js')
      return keyXlsx(file.heading.title, codesOf(forms), keyTables(forms, order.items), order.listed, file.at)
    }
    case 'key-pdf': {
      const { keyPdf } = await import('./pdf/key-pdf.js')
      return keyPdf(file, codesOf(forms), keyTables(forms, order.items), markingsOf(forms, order.items))
    }
    case 'key-docx': {
      const { keyDocx } = await import('./docx/key-docx.js')
      return keyDocx(file, codesOf(forms), keyTables(forms, order.items), markingsOf(forms, order.items))
    }
  }
}

function codesOf(forms: readonly PaperForm[]): string[] {
  return forms.map(({ code }) => code)
}

async function master(file: PaperFile, forms: readonly PaperForm[], items: readonly MasterItem[]): Promise<Buffer> {
  const { masterDocx } = await import('./docx/master-docx.js')
  const typed = items.map((item) => ({ ...item, type: item.body.type }))
  const typeOf = new Map(typed.map(({ itemVersionId, type }) => [itemVersionId, type]))
  const codes = forms.map(({ code, places }) => {
    const parts = partsOf(
      places.flatMap(({ itemVersionId }) => {
        const type = typeOf.get(itemVersionId)
        return type ? [{ itemVersionId, type }] : []
      }),
    )
    const numbers = parts.flatMap(({ entries }) =>
      entries.map(({ number, entry }) => [entry.itemVersionId, number] as const),
    )
    return { code, numbers: new Map(numbers) }
  })
  return masterDocx(file, partsOf(inPartOrder(typed)), codes)
}
