import type { ItemFormat } from '@thiso/contracts/vocab'
import { ProblemError } from '../../../../kernel/problem-error.js'
import { delimiterOf } from './csv.js'
import { decodeText } from './decode-text.js'
import { JSON_FORMAT } from './json.js'
import { kahootColumns } from './kahoot.js'
import { isOle, oleRefusal, openZip } from './safe-zip.js'
import { textOfCell } from './sheet/cell.js'
import { readHeads } from './sheet/columns.js'
import { readSheets } from './sheet/read-sheets.js'

const unknown = () => new ProblemError('UPLOAD.UNKNOWN_FORMAT')
const START = 20_000
/** Within which the head of a sheet stands. */
const HEAD_ROWS = 30

/**
 * Which format a file is in, told by what it holds; its name only decides between what could be either.
 * @throws ProblemError UPLOAD.UNKNOWN_FORMAT, OLD_OFFICE, ENCRYPTED, MACROS, ARCHIVE_REFUSED, ENCODING
 */
export function detectFormat(bytes: Uint8Array, fileName: string): ItemFormat {
  if (isOle(bytes)) throw oleRefusal(bytes)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return formatOfZip(bytes)
  // Pictures, programs and PDF are not worth an attempt to read them as text.
  if (
    /^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|MZ|\{\\rtf|Rar!|7z\xbc)/.test(
      Buffer.from(bytes.subarray(0, 8)).toString('latin1'),
    )
  )
    throw unknown()
  const { text } = decodeText(bytes)
  const start = text.trimStart()
  if (start.startsWith('<')) return formatOfXml(start)
  if (start.startsWith('{') || start.startsWith('[')) {
    if (start.slice(0, START).includes(`"${JSON_FORMAT}"`)) return 'json'
    if (isJson(text)) throw unknown()
  }
  return formatOfText(text, fileName)
}

function formatOfZip(bytes: Uint8Array): ItemFormat {
  const files = openZip(bytes)
  const names = [...files.keys()]
  const textOf = (name: string) => new TextDecoder().decode((files.get(name) ?? new Uint8Array()).subarray(0, START))
  const types = textOf('[Content_Types].xml')
  if (/wordprocessingml\.(?:document|template)\.main/.test(types) || files.has('word/document.xml')) return 'docx'
  if (/spreadsheetml\.(?:sheet|template)\.main/.test(types) || files.has('xl/workbook.xml'))
    return isKahoot(bytes) ? 'kahoot' : 'xlsx'
  const manifest = names.find((name) => /(^|\/)imsmanifest\.xml$/i.test(name))
  if (manifest) return versionOfQti(textOf(manifest)) ?? versionInside(names, textOf) ?? 'qti-2'
  const xml = names.filter((name) => /\.xml$/i.test(name))
  const found = xml.map((name) => formatOfRoot(textOf(name))).find((format) => format !== null)
  if (found) return found
  throw unknown()
}

/** A Kahoot sheet is a workbook whose head says so and which is none of ours. */
function isKahoot(bytes: Uint8Array): boolean {
  return readSheets(bytes, HEAD_ROWS).some(({ rows }) => {
    const heads = rows.map((row) => Array.from(row.cells, textOfCell))
    if (heads.some((texts) => kahootColumns(texts) !== null)) return true
    const isReport = heads.some(
      (texts) => texts.includes('Correct Answers') && texts.includes('Answer 1') && texts.includes('Question'),
    )
    const isQuestion =
      heads.some((texts) => texts.some((text) => /^answer options$/i.test(text))) &&
      heads.some((texts) => texts.some((text) => /^players correct/i.test(text)))
    return (isReport || isQuestion) && !heads.some((texts) => readHeads(texts)?.columns.has('type'))
  })
}

function versionOfQti(text: string): 'qti-2' | 'qti-3' | null {
  if (/qti[\w/.-]*v3p\d|imsqti_\w*v3p|<qti-assessment/i.test(text)) return 'qti-3'
  return /qti[\w/.-]*v2p\d|imsqti_\w*v2p|<assessmentItem/i.test(text) ? 'qti-2' : null
}

function versionInside(names: readonly string[], textOf: (name: string) => string): 'qti-2' | 'qti-3' | null {
  for (const name of names.filter((one) => /\.xml$/i.test(one))) {
    const version = versionOfQti(textOf(name))
    if (version) return version
  }
  return null
}

function formatOfXml(text: string): ItemFormat {
  const format = formatOfRoot(text.slice(0, START))
  if (format) return format
  throw unknown()
}

function formatOfRoot(text: string): ItemFormat | null {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1]
  if (root === 'quiz' || root === 'question') return 'moodle-xml'
  if (root?.startsWith('qti-')) return 'qti-3'
  if (root === 'assessmentItem' || root === 'assessmentTest') return 'qti-2'
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Lines "A) …" or "A. …" and then "ANSWER: A". */
const AIKEN =
  /^[ \t]*[A-Z][.)][ \t].*(?:\r\n?|\n)(?:[ \t]*[A-Z][.)][ \t].*(?:\r\n?|\n)|[ \t]*(?:\r\n?|\n))*[ \t]*ANSWER:[ \t]*[A-Z]/m
/** Braces with answers in them, a category, or a title between colons. */
const GIFT = /(?:^|[^\\])\{[^{}]*(?:[=~#]|\b[TF](?:RUE|ALSE)?\b)[^{}]*\}|^\s*\$CATEGORY:|^\s*::[^:]+::|\{\s*\}/m

function formatOfText(text: string, fileName: string): ItemFormat {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const isSheet = text
    .split(/\r\n?|\n/, 20)
    .some((line) => readHeads(line.replace(/"/g, '').split(delimiterOf(text))) !== null)
  if (extension === 'csv' || extension === 'tsv') return 'csv'
  if (isSheet) return 'csv'
  if (AIKEN.test(text)) return 'aiken'
  if (GIFT.test(text)) return 'gift'
  if (extension === 'gift') return 'gift'
  if (/^[ \t]*ANSWER:/im.test(text)) return 'aiken'
  throw unknown()
}
