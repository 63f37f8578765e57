import PDFDocument from 'pdfkit'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const

/** The middle grey of rules and hints; prints well in black and white. */
export const GREY = '#6b6b6b'

const SYMBOL_NAME = 'Symbol14'

export interface PdfForm {
  /** Specs read what is not compressed. */
  isCompressed?: boolean
  /** Does it say how it is structured? */
  isTagged?: boolean
  /** Each page is written out when the next one begins; before, all stay open. */
  isWrittenAtOnce?: boolean
  locale?: 'vi' | 'en'
  page?: 'portrait' | 'landscape'
}

/** A document without pages. @param at the moment that the file names as its making: the same content gives the same bytes */
export function openPdf(title: string, author: string, at: Date, form: PdfForm = {}): PdfDocument {
  const { isCompressed = true, isTagged = false, isWrittenAtOnce = false, locale = 'vi', page = 'portrait' } = form
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: !isWrittenAtOnce,
    compress: isCompressed,
    tagged: isTagged,
    size: 'A4',
    layout: page,
    margin: 0,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: author, Creator: 'Thi Số', Producer: 'Thi Số', CreationDate: at, ModDate: at },
  })
}

/** The whole file, once everything has been drawn. */
export function closePdf(document: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    document.end()
  })
}

const symbolFonts = new WeakMap<PdfDocument, { id: number }>()

/** The name under which the current page knows the standard font Symbol. */
export function symbolFontOf(document: PdfDocument): string {
  let font = symbolFonts.get(document)
  if (!font) {
    const made = document.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Symbol' }) as unknown as {
      id: number
      end(): void
    }
    made.end()
    symbolFonts.set(document, made)
    font = made
  }
  const fonts = (document.page as unknown as { fonts: Record<string, unknown> }).fonts
  fonts[SYMBOL_NAME] ??= font
  return SYMBOL_NAME
}

/** What PDFKit makes of a picture's bytes, to be shown any number of times. */
type Image = Parameters<PdfDocument['image']>[0]
const opened = new WeakMap<PdfDocument, Map<Uint8Array, Image>>()

/** A picture lies once in the file, however often it is shown. */
export function openedPicture(document: PdfDocument, bytes: Buffer): Image {
  const known = opened.get(document) ?? new Map<Uint8Array, Image>()
  opened.set(document, known)
  const image = known.get(bytes) ?? (document as unknown as { openImage(bytes: Buffer): Image }).openImage(bytes)
  known.set(bytes, image)
  return image
}
