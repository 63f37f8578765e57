import type { Certificate, CertificateFile } from '../certificate.js'
import { cleanText, setString } from '../set-text.js'
import { WORDS } from '../words.js'
import { drawRows, heightOf, type Row } from './box.js'
import { COLOURS, drawFrame } from './certificate-frame.js'
import { middleRows } from './certificate-rows.js'
import { paragraphRows } from './lines.js'
import { closePdf, openPdf, PAGE } from './pdf-document.js'
import { qrCode } from './qr-code.js'
import { linesOf, mm } from './sheet.js'
import { Tag, untagged } from './tags.js'
import { Typeface } from './typeface.js'
import type { Setting } from './words.js'

/** A4, landscape. */
const PAPER = { width: PAGE.height, height: PAGE.width }
const FRAME = mm(9)
/** From the paper's edge to the text. */
const MARGIN = { x: mm(24), top: mm(19), bottom: mm(19) }
const WIDTH = PAPER.width - 2 * MARGIN.x
const QR = mm(25)
/** For the signature and the seal. */
const SIGNING_ROOM = mm(21)

/** DC-5: certificates, one to a page; each page is written out before the next is set. */
export async function certificatesPdf(file: CertificateFile, isCompressed = true): Promise<Buffer> {
  const document = openPdf(cleanText(file.title), cleanText(file.author), file.at, {
    isCompressed,
    isTagged: true,
    isWrittenAtOnce: true,
    locale: file.locale,
    page: 'landscape',
  })
  const setting: Setting = { document, typeface: new Typeface(document), size: 12, hasSpaces: true }
  for (const certificate of file.certificates) {
    document.addPage()
    drawCertificate(setting, certificate, file.locale)
  }
  // A PDF has a page, also of an empty list.
  if (file.certificates.length === 0) document.addPage()
  return closePdf(document)
}

function drawCertificate(setting: Setting, certificate: Certificate, locale: CertificateFile['locale']): void {
  const { document } = setting
  untagged(document, () =>
    drawFrame(document, { x: FRAME, y: FRAME, width: PAPER.width - 2 * FRAME, height: PAPER.height - 2 * FRAME }),
  )
  const signature = signatureRows(setting, certificate)
  const bottom = PAPER.height - MARGIN.bottom
  const top = bottom - Math.max(heightOf(signature), mm(35))
  const room = top - MARGIN.top - mm(3)
  const middle = middleRows(setting, certificate, WIDTH, room)
  const part = new Tag('Sect', null)
  new Tag('P', part).draw(document, () =>
    drawRows(middle, MARGIN.x, MARGIN.top + Math.max(0, room - heightOf(middle)) * 0.42),
  )
  new Tag('P', part).draw(document, () =>
    drawRows(signature, MARGIN.x + WIDTH - SIGNATURE_WIDTH, bottom - heightOf(signature)),
  )
  drawCheck(setting, certificate, locale, part, bottom)
  part.end()
}

const SIGNATURE_WIDTH = WIDTH * 0.42

function signatureRows(setting: Setting, { placeAndDate, signer }: Certificate): Row[] {
  const line = (text: string, size: number, isBold: boolean, gap: number) =>
    paragraphRows(
      { ...setting, size, leading: 1.3 },
      linesOf(text, isBold ? { bold: true, colour: COLOURS.ink } : { italic: true, colour: COLOURS.ink }),
      SIGNATURE_WIDTH,
      { align: 'center', isBalanced: true, gap },
    )
  return [
    ...line(setString(placeAndDate), 12, false, 0),
    ...line(cleanText(signer.role), 12.5, true, 2),
    ...line(cleanText(signer.name), 13, true, SIGNING_ROOM),
  ]
}

/** The QR code that leads to the page of confirmation, and what to type where it cannot be read. */
function drawCheck(
  setting: Setting,
  { code, checkUrl }: Certificate,
  locale: CertificateFile['locale'],
  part: Tag,
  bottom: number,
): void {
  const { document } = setting
  const width = mm(62)
  const line = (text: string, size: number, isBold: boolean) =>
    paragraphRows(
      { ...setting, size, leading: 1.3 },
      linesOf(text, isBold ? { bold: true, colour: COLOURS.ink } : { colour: COLOURS.quiet }),
      width,
    )
  const codeRows = line(cleanText(code), 10.5, true)
  const note = line(WORDS[locale].check, 8, false)
  const rows = [...codeRows, ...note]
  const y = bottom - heightOf(rows)
  new Tag('Figure', part, `QR: ${checkUrl}`).draw(document, () =>
    qrCode(document, checkUrl).draw(MARGIN.x, y - mm(3) - QR, QR, COLOURS.ink),
  )
  document.link(MARGIN.x, y - mm(3) - QR, QR, QR, checkUrl)
  new Tag('P', part).draw(document, () => drawRows(rows, MARGIN.x, y))
}
