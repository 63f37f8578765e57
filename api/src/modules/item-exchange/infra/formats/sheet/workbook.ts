import { ProblemError } from '../../../../../kernel/problem-error.js'
import { recodeVietnamese } from '../decode-text.js'
import { childrenOf, descendantsOf, parseXml, type XmlElement } from '../safe-xml.js'
import { openZip } from '../safe-zip.js'
import { type CellRun, type Look, NO_LOOK } from './rich-cell.js'
import { pathFrom, picturesOf, type SheetPicture } from './sheet-pictures.js'
import { streamXml } from './xml-stream.js'

/** What of a workbook is read before its sheets: their names and places, shared texts, looks of cells. */
export interface Workbook {
  sheets: { name: string; bytes: Uint8Array; isHidden: boolean; pictures: SheetPicture[] }[]
  shared: CellRun[][]
  looks: CellLook[]
  is1904: boolean
}

/** Of a cell: how its number is shown, and in which font its letters are. */
export interface CellLook {
  shows: 'number' | 'day' | 'percent' | 'text'
  font: string
}

/** @throws ProblemError UPLOAD.… when it is no workbook */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const files = openZip(bytes)
  const part = (path: string): XmlElement | undefined => {
    const found = files.get(path)
    return found ? parseXml(new TextDecoder().decode(found)) : undefined
  }
  const main = mainPart(part('_rels/.rels'), files)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = new Map(
    childrenOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`), 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      { kind: (attributes.Type ?? '').replace(/^.*\//, ''), path: pathFrom(folder, attributes.Target ?? '') },
    ]),
  )
  const ofKind = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.path ?? ''
  const book = part(main)
  const sheets = descendantsOf(book, 'sheet').flatMap(({ attributes }) => {
    const content = files.get(relations.get(attributes.id ?? '')?.path ?? '')
    const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
    if (!content) return []
    const pictures = isHidden ? [] : picturesOf(relations.get(attributes.id ?? '')?.path ?? '', files)
    return [{ name: (attributes.name ?? '').normalize('NFC'), bytes: content, isHidden, pictures }]
  })
  if (sheets.length === 0) throw new ProblemError('UPLOAD.UNREADABLE', { reason: 'XLSX' })
  const strings = files.get(ofKind('sharedStrings'))
  const is1904 = descendantsOf(book, 'workbookPr').some(({ attributes }) =>
    /^(1|true)$/.test(attributes.date1904 ?? ''),
  )
  return { sheets, shared: strings ? sharedTexts(strings) : [], looks: looksOf(part(ofKind('styles'))), is1904 }
}

function mainPart(root: XmlElement | undefined, files: Map<string, Uint8Array>): string {
  const named = childrenOf(root, 'Relationship').find(({ attributes }) =>
    /\/officeDocument$/.test(attributes.Type ?? ''),
  )
  const main = [pathFrom('', named?.attributes.Target ?? ''), 'xl/workbook.xml'].find((path) => files.has(path))
  if (!main) throw new ProblemError('UPLOAD.UNREADABLE', { reason: 'XLSX' })
  return main
}

/** Gathers the runs of one text: an `si` of the shared texts or an `is` of a cell. */
export class RunReader {
  runs: CellRun[] = []
  private look: Look = NO_LOOK
  private font = ''
  private isText = false
  private piece = ''
  private phonetic = 0

  reset(): void {
    this.runs = []
    this.look = NO_LOOK
    this.font = ''
  }

  open(local: string, attributes: Record<string, string>): void {
    const isOn = !/^(0|false)$/.test(attributes.val ?? '')
    switch (local) {
      case 't':
        this.isText = this.phonetic === 0
        break
      case 'r':
        this.look = NO_LOOK
        this.font = ''
        break
      case 'rPh':
        this.phonetic++
        break
      case 'b':
      case 'i':
        this.look = { ...this.look, [local]: isOn }
        break
      case 'strike':
        this.look = { ...this.look, s: isOn }
        break
      case 'u':
        this.look = { ...this.look, u: attributes.val !== 'none' }
        break
      case 'vertAlign':
        this.look = {
          ...this.look,
          script: attributes.val === 'subscript' ? 'sub' : attributes.val === 'superscript' ? 'sup' : '',
        }
        break
      case 'rFont':
        this.font = attributes.val ?? ''
        break
    }
  }

  text(text: string): void {
    if (this.isText) this.piece += text
  }

  close(local: string): void {
    if (local === 't') {
      const text = inFont(unescaped(this.piece), this.font)
      if (text !== '') this.runs.push({ text, look: this.look })
      this.isText = false
      this.piece = ''
    } else if (local === 'rPh') this.phonetic--
  }
}

/** Excel writes signs that XML has no place for as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Old fonts are read as what they show. */
export function inFont(text: string, font: string): string {
  return /^\.vn|^vni/i.test(font) ? recodeVietnamese(text, font) : text
}

function sharedTexts(bytes: Uint8Array): CellRun[][] {
  const texts: CellRun[][] = []
  const reader = new RunReader()
  streamXml(bytes, 'sharedStrings', {
    open: (local, attributes) => (local === 'si' ? reader.reset() : reader.open(local, attributes)),
    text: (text) => reader.text(text),
    close: (local) => {
      if (local === 'si') texts.push(reader.runs)
      else reader.close(local)
    },
  })
  return texts
}

/** Numbers of the formats that Excel knows without a text: days and times, percent, text. */
const DAYS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
])

function looksOf(styles: XmlElement | undefined): CellLook[] {
  const section = (name: string) => childrenOf(styles).find(({ local }) => local === name)
  const formats = new Map(
    childrenOf(section('numFmts'), 'numFmt').map(({ attributes }) => [
      attributes.numFmtId ?? '',
      attributes.formatCode ?? '',
    ]),
  )
  const fonts = childrenOf(section('fonts'), 'font').map((font) => descendantsOf(font, 'name')[0]?.attributes.val ?? '')
  return childrenOf(section('cellXfs'), 'xf').map(({ attributes }) => ({
    shows: showsOf(attributes.numFmtId ?? '0', formats.get(attributes.numFmtId ?? '0') ?? ''),
    font: fonts[Number(attributes.fontId ?? 0)] ?? '',
  }))
}

function showsOf(id: string, code: string): CellLook['shows'] {
  if (code === '')
    return DAYS.has(Number(id)) ? 'day' : id === '9' || id === '10' ? 'percent' : id === '49' ? 'text' : 'number'
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (signs.includes('%')) return 'percent'
  return /[dmyhs]/i.test(signs) && !/[0#?]/.test(signs.replace(/\.0+/g, '')) ? 'day' : signs === '@' ? 'text' : 'number'
}
