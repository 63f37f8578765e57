import { decodeText } from './formats/decode-text.js'
import { readDocx } from './formats/docx-read.js'
import type { Reader } from './formats/format.js'
import { escapeXml } from './formats/safe-xml.js'
import { makeZip } from './formats/safe-zip.js'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** Does a text hold questions as people number them? */
export function looksLikeQuestions(bytes: Uint8Array): boolean {
  try {
    return /^[ \t]*(?:câu|question)[ \t]*(?:hỏi[ \t]*)?\d{1,4}[ \t]*[.:)]/imu.test(decodeText(bytes).text)
  } catch {
    return false
  }
}

/**
 * Questions as plain text, as people paste them out of a mail or a Word file: each line is read as a paragraph of a Word file, so that
 * the same signs are understood ("Câu 1.", "A.", "Đáp án: B").
 * @throws ProblemError UPLOAD.ENCODING, UPLOAD.NO_ITEMS
 */
export const readPlainQuestions: Reader = async (bytes) => {
  const { text, encoding } = decodeText(bytes)
  const paragraphs = text.split(/\r\n?|\n/).map((line) => {
    const runs = line.split('\t').map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
    return `<w:p><w:r>${runs.join('<w:tab/>')}</w:r></w:p>`
  })
  const parts: [string, string][] = [
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${DOCUMENT}" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/_rels/document.xml.rels', `<Relationships xmlns="${RELATIONS}"/>`],
    ['word/document.xml', `<w:document xmlns:w="${NAMESPACE}"><w:body>${paragraphs.join('')}</w:body></w:document>`],
  ]
  const encoder = new TextEncoder()
  const read = await readDocx(makeZip(parts.map(([name, content]) => [name, encoder.encode(content)] as const)))
  return { ...read, encoding }
}
