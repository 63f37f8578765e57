import type { ItemFormat } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Losses, Reader, Writer } from './formats/format.js'

interface FormatParts {
  read: Reader
  write: Writer
  losses: Losses
}

/** Each format is loaded when a file of it comes: some bring large libraries along. */
const FORMATS: Partial<Record<ItemFormat, () => Promise<FormatParts>>> = {
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

async function partsOf(format: ItemFormat): Promise<FormatParts> {
  const load = FORMATS[format]
  if (!load) throw new ProblemError('UPLOAD.UNKNOWN_FORMAT')
  return load()
}

export async function readerOf(format: ItemFormat): Promise<Reader> {
  return (await partsOf(format)).read
}

export async function writerOf(format: ItemFormat): Promise<Writer> {
  return (await partsOf(format)).write
}

export async function lossesOf(format: ItemFormat): Promise<Losses> {
  return (await partsOf(format)).losses
}

/** @throws ProblemError UPLOAD.UNKNOWN_FORMAT and the like */
export async function formatOf(_bytes: Uint8Array, fileName: string): Promise<ItemFormat> {
  return fileName.endsWith('.gift') ? 'gift' : 'aiken'
}
