import { type SetRun, setRuns } from '../set-text.js'
import type { Text } from '../document.js'

/**
 * Rows of tables written as WordprocessingML at once (ECMA-376-1, 17.4): the library keeps some kilobytes of objects for every cell, and
 * tables may have ten thousands of cells.
 */
export interface CellXml {
  text: Text
  /** In twips; of all columns when `span` is given. */
  width: number
  span?: number
  align: 'left' | 'center' | 'right'
  isBold: boolean
  /** RRGGBB */
  ground: string | null
}

/** @param size half points */
export function rowXml(cells: readonly CellXml[], size: number): string {
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((cell) => cellXml(cell, size)).join('')}</w:tr>`
}

function cellXml({ text, width, span, align, isBold, ground }: CellXml, size: number): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    ground === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`,
    '<w:vAlign w:val="center"/>',
  ]
  const keep = span === undefined ? '' : '<w:keepNext/>'
  const runs = setRuns(text)
    .map((run) => linkedXml(run, isBold, size))
    .join('')
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr><w:p><w:pPr>${keep}<w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/></w:pPr>${runs}</w:p></w:tc>`
}

function linkedXml(run: SetRun, isBold: boolean, size: number): string {
  const runs = run.text
    .split('\n')
    .map((line, index) => runXml(line, run, isBold, size, index > 0))
    .join('')
  if (!run.href) return runs
  // A field holds its address itself; a quotation mark would end it.
  return `<w:fldSimple w:instr="${escaped(` HYPERLINK "${run.href.replaceAll('"', '%22')}" `)}">${runs}</w:fldSimple>`
}

function runXml(
  text: string,
  { bold, italic, href }: SetRun,
  isBold: boolean,
  size: number,
  isBroken: boolean,
): string {
  const properties = [
    isBold || bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    href ? '<w:color w:val="0B5CAD"/>' : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    href ? '<w:u w:val="single"/>' : '',
  ]
  return `<w:r><w:rPr>${properties.join('')}</w:rPr>${isBroken ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)

/** Stands in the one row of a table in whose place the rows are put; no text holds such signs (`cleanText`). */
export const rowsMark = (index: number) => `\ufdd0${index}\ufdd1`

/** The document with the rows of its tables in the places of their marks. @param tables the rows of each, by its index */
export function withRows(xml: string, tables: readonly string[]): string {
  const parts: string[] = []
  let at = 0
  tables.forEach((rows, index) => {
    const mark = xml.indexOf(rowsMark(index), at)
    const from = xml.lastIndexOf('<w:tr>', mark)
    const to = xml.indexOf('</w:tr>', mark) + '</w:tr>'.length
    parts.push(xml.slice(at, from), rows)
    at = to
  })
  return parts.join('') + xml.slice(at)
}
