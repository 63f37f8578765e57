import type { CertificateFile } from './certificate.js'
import type { Document } from './document.js'
import { documentDocx } from './docx/document-docx.js'
import { certificatesPdf } from './pdf/certificates-pdf.js'
import { documentPdf } from './pdf/document-pdf.js'

export type DocumentFormat = 'pdf' | 'docx'

/** What a thread is to make. */
export type RenderOrder =
  | { kind: 'document'; document: Document; format: DocumentFormat }
  | { kind: 'certificates'; file: CertificateFile }

export function renderFile(order: RenderOrder): Promise<Buffer> {
  if (order.kind === 'certificates') return certificatesPdf(order.file)
  return order.format === 'pdf' ? documentPdf(order.document) : documentDocx(order.document)
}
