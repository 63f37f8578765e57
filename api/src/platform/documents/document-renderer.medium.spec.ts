import { pathToFileURL } from 'node:url'
import { at } from '../../../launch/place.mjs'
import { DocumentRenderer } from './document-renderer.js'
import { sampleCertificates, sampleList, sampleReport } from './documents.sample.js'
import { documentDocx } from './docx/document-docx.js'
import { certificatesPdf } from './pdf/certificates-pdf.js'
import { documentPdf } from './pdf/document-pdf.js'

/** The thread as it is built: node itself reads no TypeScript. */
class BuiltRenderer extends DocumentRenderer {
  protected override readonly file = pathToFileURL(at('api/dist/platform/documents/render.thread.js'))
}

describe('DC-6: files are made in a thread', () => {
  it('the same as without one, several after each other', async () => {
    const renderer = new BuiltRenderer()
    const [pdf, docx, certificates] = await Promise.all([
      renderer.renderDocument(sampleReport(), 'pdf'),
      renderer.renderDocument(sampleReport(), 'docx'),
      renderer.renderCertificates(sampleCertificates(3)),
    ])
    expect(pdf.equals(await documentPdf(sampleReport()))).toBe(true)
    expect(docx.equals(await documentDocx(sampleReport()))).toBe(true)
    expect(certificates.equals(await certificatesPdf(sampleCertificates(3)))).toBe(true)
  })

  it('a long list while the process goes on answering; stopping ends it with a refusal', async () => {
    const renderer = new BuiltRenderer()
    let ticks = 0
    const ticking = setInterval(() => ticks++, 10)
    const bytes = await renderer.renderDocument(sampleList(5000), 'pdf')
    clearInterval(ticking)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(ticks).toBeGreaterThan(20)
    const stopped = renderer.renderDocument(sampleList(5000), 'docx')
    renderer.beforeApplicationShutdown()
    await expect(stopped).rejects.toMatchObject({ code: 'SERVER.BUSY' })
  })
})
