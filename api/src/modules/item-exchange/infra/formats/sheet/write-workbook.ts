import { escapeXml } from '../safe-xml.js'
import { makeZip } from '../safe-zip.js'
import { columnLetters } from './cell.js'
import { type CellRun, runsOfHtml } from './rich-cell.js'
import type { Content } from './write-row.js'

/** A sheet to write. The first `headRows` rows stay in sight. */
export interface SheetPlan {
  name: string
  headRows: number
  rows: readonly (readonly (Content | undefined)[])[]
  /** Widths of the columns, in letters. */
  widths: readonly number[]
  /** Columns whose cells are chosen from a list: column, and the values. */
  choices?: readonly { column: number; values: readonly string[]; isStrict: boolean }[]
  isHidden?: boolean
  /** Is whatever is typed into the columns text? Otherwise Excel takes 10/10 for a day and 1-2 for another. */
  isTyped?: boolean
  /** Looks of rows other than the usual: title rows, example rows. */
  titleRows?: number
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Down to which row the lists of the template reach. */
const LIST_ROWS = 5_000

/** Places of the looks in `cellXfs`. */
const PLAIN = 0
const HEAD = 1
const TEXT = 2
const TITLE = 3
const TYPED = 4

export const XLSX_MIME = `${TYPES}.sheet`

/** A workbook. Texts are text cells that stay text when somebody edits them (`quotePrefix`), so nothing becomes a formula. */
export function writeWorkbook(plans: readonly SheetPlan[]): Uint8Array {
  const lists = plans.flatMap((plan, sheet) => (plan.choices ?? []).map((choice) => ({ ...choice, sheet })))
  const listSheet: SheetPlan = {
    name: 'Danh mục',
    headRows: 0,
    isHidden: true,
    widths: lists.map(() => 30),
    rows: Array.from({ length: Math.max(0, ...lists.map(({ values }) => values.length)) }, (_, row) =>
      lists.map(({ values }) => (values[row] === undefined ? undefined : { text: values[row] })),
    ),
  }
  const all = lists.length > 0 ? [...plans, listSheet] : [...plans]
  const encode = (text: string) => new TextEncoder().encode(XML + text)
  const files: [string, Uint8Array][] = [
    ['[Content_Types].xml', encode(contentTypes(all.length))],
    [
      '_rels/.rels',
      encode(
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    ],
    ['xl/workbook.xml', encode(workbookXml(all))],
    ['xl/_rels/workbook.xml.rels', encode(workbookRelations(all.length))],
    ['xl/styles.xml', encode(STYLES)],
    ...all.map((plan, at): [string, Uint8Array] => {
      const own = lists.flatMap((list, column) => (list.sheet === at ? [{ ...list, listColumn: column }] : []))
      return [`xl/worksheets/sheet${at + 1}.xml`, encode(sheetXml(plan, own, at === 0))]
    }),
  ]
  return makeZip(files)
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.join('')}</Types>`
}

function workbookXml(plans: readonly SheetPlan[]): string {
  const sheets = plans.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE8F8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

interface ListedChoice {
  column: number
  values: readonly string[]
  isStrict: boolean
  listColumn: number
}

function sheetXml(plan: SheetPlan, choices: readonly ListedChoice[], isActive: boolean): string {
  const top =
    plan.headRows > 0
      ? `<pane ySplit="${plan.headRows}" topLeftCell="A${plan.headRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : ''
  const view = `<sheetViews><sheetView${isActive ? ' tabSelected="1"' : ''} workbookViewId="0">${top}</sheetView></sheetViews>`
  const columns = plan.widths
    .map(
      (width, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${plan.isTyped ? ` style="${TYPED}"` : ''}/>`,
    )
    .join('')
  const rows = plan.rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, at, column, plan)).join('')}</row>`,
  )
  const lists = choices.map(({ column, values, isStrict, listColumn }) => {
    const letters = columnLetters(column)
    const listLetters = columnLetters(listColumn)
    const area = `'Danh mục'!$${listLetters}$1:$${listLetters}$${values.length}`
    return `<dataValidation type="list" allowBlank="1"${isStrict ? ' showErrorMessage="1"' : ''} sqref="${letters}${plan.headRows + 1}:${letters}${LIST_ROWS}"><formula1>${escapeXml(area)}</formula1></dataValidation>`
  })
  const validations =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
  return `<worksheet xmlns="${MAIN}">${view}<sheetFormatPr defaultRowHeight="15"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${rows.join('')}</sheetData>${validations}</worksheet>`
}

function cellXml(cell: Content | undefined, row: number, column: number, plan: SheetPlan): string {
  if (!cell) return ''
  const place = `${columnLetters(column)}${row + 1}`
  if ('number' in cell) return `<c r="${place}" s="${PLAIN}"><v>${cell.number}</v></c>`
  const style = row < (plan.titleRows ?? 0) ? TITLE : row < plan.headRows ? HEAD : TEXT
  const runs: readonly Pick<CellRun, 'text'>[] | CellRun[] =
    'text' in cell ? [{ text: cell.text }] : runsOfHtml(cell.html)
  if (runs.length === 0) return ''
  return `<c r="${place}" s="${style}" t="inlineStr"><is>${runs.length === 1 && !hasLook(runs[0]) ? textXml(runs[0]?.text ?? '') : runs.map(runXml).join('')}</is></c>`
}

function hasLook(run: Partial<CellRun> | undefined): boolean {
  const look = run?.look
  return look !== undefined && (look.b || look.i || look.u || look.s || look.script !== '')
}

function runXml(run: Partial<CellRun>): string {
  const { look, text = '' } = run
  if (!look || !hasLook(run)) return `<r>${textXml(text)}</r>`
  const script = look.script === '' ? '' : `<vertAlign val="${look.script === 'sub' ? 'subscript' : 'superscript'}"/>`
  const looks = `${look.b ? '<b/>' : ''}${look.i ? '<i/>' : ''}${look.s ? '<strike/>' : ''}<sz val="11"/><rFont val="Calibri"/>${look.u ? '<u/>' : ''}${script}`
  return `<r><rPr>${looks}</rPr>${textXml(text)}</r>`
}

/** Signs that XML has no place for, and what looks like their spelling, are spelt. */
function textXml(text: string): string {
  const spelt = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
  return `<t xml:space="preserve">${escapeXml(spelt)}</t>`
}
