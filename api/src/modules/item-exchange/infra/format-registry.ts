import type { ItemFormat } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Losses, Reader, Writer } from './formats/format.js'
import { isOle } from './formats/safe-zip.js'

interface FormatParts {
  read: Reader
  write: Writer
  losses: Losses
}

/** Each format is loaded when a file of it comes: some bring large libraries along. */
const FORMATS: Record<ItemFormat, () => Promise<FormatParts>> = {
  xlsx: async () => {
    const { readXlsx, writeXlsx, xlsxLosses } = await import('./formats/xlsx.js')
    return { read: readXlsx, write: writeXlsx, losses: xlsxLosses }
  },
  csv: async () => {
    const { readCsv, writeCsv, csvLosses } = await import('./formats/csv.js')
    return { read: readCsv, write: writeCsv, losses: csvLosses }
  },
  docx: async () => {
    const [{ readDocx }, { writeDocx, docxLosses }, { readPlainQuestions }] = await Promise.all([
      import('./formats/docx-read.js'),
      import('./formats/docx-write.js'),
      import('./plain-questions.js'),
    ])
    // Text that was pasted, or saved as text out of Word.
    const read: Reader = (bytes) => (isZip(bytes) || isOle(bytes) ? readDocx(bytes) : readPlainQuestions(bytes))
    return { read, write: writeDocx, losses: docxLosses }
  },
  kahoot: async () => {
    const { readKahoot, writeKahoot, kahootLosses } = await import('./formats/kahoot.js')
    return { read: readKahoot, write: writeKahoot, losses: kahootLosses }
  },
  gift: async () => {
    const { readGift, writeGift, giftLosses } = await import('./formats/gift.js')
    return { read: readGift, write: writeGift, losses: giftLosses }
  },
  aiken: async () => {
    const { readAiken, writeAiken, aikenLosses } = await import('./formats/aiken.js')
    return { read: readAiken, write: writeAiken, losses: aikenLosses }
  },
  json: async () => {
    const { readJson, writeJson, jsonLosses } = await import('./formats/json.js')
    return { read: readJson, write: writeJson, losses: jsonLosses }
  },
  'moodle-xml': async () => {
    const { readMoodleXml, writeMoodleXml, moodleXmlLosses } = await import('./formats/moodle-xml.js')
    return { read: readMoodleXml, write: writeMoodleXml, losses: moodleXmlLosses }
  },
  'qti-2': async () => {
    const { readQti, writeQti2, qtiLosses } = await import('./formats/qti.js')
    return { read: readQti, write: writeQti2, losses: qtiLosses }
  },
  'qti-3': async () => {
    const { readQti, writeQti3, qtiLosses } = await import('./formats/qti.js')
    return { read: readQti, write: writeQti3, losses: qtiLosses }
  },
}

export async function readerOf(format: ItemFormat): Promise<Reader> {
  return (await FORMATS[format]()).read
}

export async function writerOf(format: ItemFormat): Promise<Writer> {
  return (await FORMATS[format]()).write
}

export async function lossesOf(format: ItemFormat): Promise<Losses> {
  return (await FORMATS[format]()).losses
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** @throws ProblemError UPLOAD.UNKNOWN_FORMAT, and what else keeps a file from being read at all */
export async function formatOf(bytes: Uint8Array, fileName: string): Promise<ItemFormat> {
  const [{ detectFormat }, { looksLikeQuestions }] = await Promise.all([
    import('./formats/detect-format.js'),
    import('./plain-questions.js'),
  ])
  try {
    return detectFormat(bytes, fileName)
  } catch (error) {
    // Plain text with numbered questions is read as a Word file would be.
    if (error instanceof ProblemError && error.code === 'UPLOAD.UNKNOWN_FORMAT' && looksLikeQuestions(bytes))
      return 'docx'
    throw error
  }
}
