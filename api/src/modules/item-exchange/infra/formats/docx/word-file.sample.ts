import { escapeXml } from '../safe-xml.js'
import { makeZip } from '../safe-zip.js'

/** Word files for specs, written as the programs write them: runs split where nobody would, revision ids, spelling marks. */

export interface Look {
  b?: boolean
  i?: boolean
  u?: boolean
  strike?: boolean
  color?: string
  highlight?: string
  shade?: string
  font?: string
  script?: 'sub' | 'sup'
  style?: string
  hidden?: boolean
}

export type Program = 'word' | 'libreoffice' | 'google'

/** Text with a look; plain strings are text without one; `raw` is XML as it is. */
export type Run = string | { text: string; look: Look } | { raw: string }

export const b = (text: string): Run => ({ text, look: { b: true } })
export const i = (text: string): Run => ({ text, look: { i: true } })
export const u = (text: string): Run => ({ text, look: { u: true } })
export const red = (text: string): Run => ({ text, look: { color: 'FF0000' } })
export const colored = (color: string, text: string): Run => ({ text, look: { color } })
export const lit = (text: string): Run => ({ text, look: { highlight: 'yellow' } })
export const sub = (text: string): Run => ({ text, look: { script: 'sub' } })
export const sup = (text: string): Run => ({ text, look: { script: 'sup' } })
export const font = (name: string, text: string): Run => ({ text, look: { font: name } })
export const raw = (xml: string): Run => ({ raw: xml })

export interface Paragraph {
  style?: string
  /** [numId, level] */
  number?: [number, number]
  /** Look of the paragraph mark, which automatic numbers take. */
  mark?: Look
  shade?: string
}

export class WordWriter {
  private seed = 7

  constructor(readonly program: Program = 'word') {}

  /** A paragraph. */
  p(content: Run | Run[] = [], about: Paragraph = {}): string {
    const runs = Array.isArray(content) ? content : [content]
    const number = about.number
      ? `<w:numPr><w:ilvl w:val="${about.number[1]}"/><w:numId w:val="${about.number[0]}"/></w:numPr>`
      : ''
    const style = about.style ? `<w:pStyle w:val="${about.style}"/>` : ''
    const shade = about.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${about.shade}"/>` : ''
    const spacing =
      this.program === 'google'
        ? '<w:pageBreakBefore w:val="0"/><w:rPr/>'
        : '<w:spacing w:after="60" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>'
    const mark = about.mark ? `<w:rPr>${this.look(about.mark)}</w:rPr>` : ''
    const ids =
      this.program === 'word'
        ? ` w14:paraId="${this.id()}" w:rsidR="00A7${this.id().slice(4)}" w:rsidRDefault="00${this.id().slice(2)}"`
        : ''
    const content_ = runs.map((run) => this.run(run)).join('')
    const bookmark =
      this.program === 'word'
        ? `<w:bookmarkStart w:id="${this.next(90)}" w:name="_Hlk${this.next(9999)}"/><w:bookmarkEnd w:id="0"/>`
        : ''
    return `<w:p${ids}><w:pPr>${style}${number}${shade}${spacing.replace('<w:rPr/>', '')}${mark}</w:pPr>${bookmark}${content_}</w:p>`
  }

  /** A table; a cell is one or several paragraphs, given as text or as XML. */
  table(
    rows: (Run | Run[] | { xml: string; shade?: string; span?: number; merge?: 'restart' | 'continue' })[][],
  ): string {
    const body = rows
      .map((cells) => {
        const row = cells
          .map((cell) => {
            const isBox = typeof cell === 'object' && !Array.isArray(cell) && 'xml' in cell
            const inner = isBox ? cell.xml : this.p(cell as Run | Run[])
            const shade = isBox && cell.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${cell.shade}"/>` : ''
            const span = isBox && cell.span ? `<w:gridSpan w:val="${cell.span}"/>` : ''
            const merge = isBox && cell.merge ? `<w:vMerge${cell.merge === 'restart' ? ' w:val="restart"' : ''}/>` : ''
            return `<w:tc><w:tcPr><w:tcW w:w="2300" w:type="dxa"/>${span}${merge}${shade}</w:tcPr>${inner}</w:tc>`
          })
          .join('')
        return `<w:tr w:rsidR="00B12F3A"><w:trPr><w:trHeight w:val="300"/></w:trPr>${row}</w:tr>`
      })
      .join('')
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2300"/></w:tblGrid>${body}</w:tbl>`
  }

  private run(run: Run): string {
    if (typeof run === 'object' && 'raw' in run) return run.raw
    const { text, look } = typeof run === 'string' ? { text: run, look: {} } : run
    return this.split(text)
      .map((part, at) => {
        const properties = this.look(look)
        const ids = this.program === 'word' ? ` w:rsidR="00${this.id().slice(2)}"` : ''
        const check =
          this.program === 'word' && at % 3 === 1 ? `<w:proofErr w:type="${at % 2 ? 'spellStart' : 'spellEnd'}"/>` : ''
        return `${check}<w:r${ids}>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${pieces(part)}</w:r>`
      })
      .join('')
  }

  private look(look: Look): string {
    const flag = (name: string, value: boolean | undefined) =>
      value === undefined
        ? ''
        : this.program === 'google'
          ? `<w:${name} w:val="${value ? 1 : 0}"/>`
          : value
            ? `<w:${name}/><w:${name}Cs/>`
            : `<w:${name} w:val="0"/>`
    const usual =
      this.program === 'google'
        ? '<w:rtl w:val="0"/>'
        : this.program === 'libreoffice'
          ? '<w:lang w:val="vi-VN"/>'
          : '<w:szCs w:val="26"/><w:lang w:val="vi-VN"/>'
    return [
      look.style ? `<w:rStyle w:val="${look.style}"/>` : '',
      look.font ? `<w:rFonts w:ascii="${look.font}" w:hAnsi="${look.font}" w:cs="Times New Roman"/>` : '',
      flag('b', look.b),
      flag('i', look.i),
      look.strike ? '<w:strike/>' : '',
      look.hidden ? '<w:vanish/>' : '',
      look.color ? `<w:color w:val="${look.color}"/>` : '',
      look.u ? '<w:u w:val="single"/>' : '',
      look.highlight ? `<w:highlight w:val="${look.highlight}"/>` : '',
      look.shade ? `<w:shd w:val="clear" w:color="auto" w:fill="${look.shade}"/>` : '',
      look.script ? `<w:vertAlign w:val="${look.script === 'sub' ? 'subscript' : 'superscript'}"/>` : '',
      usual,
    ].join('')
  }

  /** Where Word happens to split a text; deterministic, so that a spec that fails fails again. */
  private split(text: string): string[] {
    if (this.program === 'google' || text.length < 4) return [text]
    const parts: string[] = []
    let from = 0
    while (from < text.length) {
      const size = 2 + this.next(this.program === 'word' ? 14 : 40)
      parts.push(text.slice(from, from + size))
      from += size
    }
    return parts
  }

  private next(below: number): number {
    this.seed = (this.seed * 1103515245 + 12345) % 2147483648
    return this.seed % below
  }

  private id(): string {
    return this.next(0x7fffffff).toString(16).toUpperCase().padStart(8, '0')
  }
}

function pieces(text: string): string {
  return text
    .split(/(\t|\n)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
    )
    .join('')
}

export interface WordParts {
  body: string
  numbering?: string
  styles?: string
  /** File name in word/media to content. */
  media?: Record<string, Uint8Array>
  /** Further files by path. */
  files?: Record<string, string>
}

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Pictures get the ids rId10, rId11 … in their order. */
export function wordFile({ body, numbering, styles, media = {}, files = {} }: WordParts): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text)
  const relations = [
    `<Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/>`,
    ...(numbering ? [`<Relationship Id="rId2" Type="${RELATIONS}/numbering" Target="numbering.xml"/>`] : []),
    ...Object.keys(media).map(
      (name, at) => `<Relationship Id="rId${10 + at}" Type="${RELATIONS}/image" Target="media/${name}"/>`,
    ),
    `<Relationship Id="rId99" Type="${RELATIONS}/hyperlink" Target="https://example.org/" TargetMode="External"/>`,
  ]
  const parts: [string, Uint8Array][] = [
    [
      '[Content_Types].xml',
      encode(
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
    ],
    [
      '_rels/.rels',
      encode(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    [
      'word/document.xml',
      encode(
        `${XML}<w:document ${SPACES} mc:Ignorable="w14"><w:body>${body}<w:sectPr w:rsidR="00A71234"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      ),
    ],
    [
      'word/_rels/document.xml.rels',
      encode(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
      ),
    ],
    [
      'word/styles.xml',
      encode(
        `${XML}<w:styles ${SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles ?? ''}</w:styles>`,
      ),
    ],
    ...(numbering
      ? [
          ['word/numbering.xml', encode(`${XML}<w:numbering ${SPACES}>${numbering}</w:numbering>`)] as [
            string,
            Uint8Array,
          ],
        ]
      : []),
    ...Object.entries(media).map(([name, bytes]): [string, Uint8Array] => [`word/media/${name}`, bytes]),
    ...Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, encode(text)]),
  ]
  return makeZip(parts)
}

/** A list definition with one or more levels: [format, text]. */
export function list(id: number, levels: [format: string, text: string, run?: string][], start = 1): string {
  const all = levels
    .map(
      ([format, text, run], at) =>
        `<w:lvl w:ilvl="${at}" w:tplc="0409000F"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:lvl>`,
    )
    .join('')
  return `<w:abstractNum w:abstractNumId="${id}" w15:restartNumberingAfterBreak="0"><w:multiLevelType w:val="hybridMultilevel"/>${all}</w:abstractNum>`
}

export const num = (id: number, abstractId: number, start?: number) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${start === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`}</w:num>`

/** A picture in the text, as Word draws it. */
export function picture(id: string, alt = ''): Run {
  const about = alt === '' ? '' : ` descr="${escapeXml(alt)}"`
  return raw(
    `<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0"><wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="Picture 1"${about}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="image"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  )
}
