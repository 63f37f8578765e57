import { escapeXml } from '../safe-xml.js'
import { makeZip } from '../safe-zip.js'
import {
  CELL_STYLE,
  CODE_STYLE,
  DETAIL_STYLE,
  KEY_STYLE,
  type Part,
  PARTS,
  PLACES,
  shownName,
  styleOf,
} from './own-parts.js'
import { type Picture, relationOf } from './own-write.js'

/** The parts of a Word file around its text. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** A4 with margins of two centimetres, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

/** @param body XML of paragraphs and tables */
export function ownPackage(body: string, pictures: Iterable<Picture>): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(XML + text)
  const images = [...pictures]
  const relations = [
    `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/>`,
    ...images.map(
      (image) => `<Relationship Id="${relationOf(image)}" Type="${OFFICE}/image" Target="media/${image.name}"/>`,
    ),
  ]
  return makeZip([
    ['[Content_Types].xml', encode(CONTENT_TYPES)],
    [
      '_rels/.rels',
      encode(
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    [
      'word/document.xml',
      encode(
        `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}${PAGE}</w:body></w:document>`,
      ),
    ],
    [
      'word/_rels/document.xml.rels',
      encode(`<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`),
    ],
    ['word/styles.xml', encode(stylesXml())],
    ['word/numbering.xml', encode(NUMBERING)],
    ...images.map((image): [string, Uint8Array] => [`word/media/${image.name}`, image.bytes]),
  ])
}

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/></Types>`

const NUMBERING = `<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

const INDENTS: Record<Part, number> = {
  stem: 0,
  option: 360,
  choice: 720,
  explanation: 0,
  stemEn: 0,
  optionEn: 360,
  choiceEn: 720,
  explanationEn: 0,
}

function stylesXml(): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  const parts = PARTS.flatMap((part) =>
    PLACES.map((place) => {
      const isHead = part === 'stem' && place === 'start'
      const keeps = part === 'stem' || part === 'choice' ? '<w:keepNext/>' : ''
      const paragraph = `${keeps}<w:spacing w:before="${isHead ? 200 : 20}" w:after="20"/><w:ind w:left="${INDENTS[part]}"/>`
      return styleXml(styleOf(part, place), paragraph, part.endsWith('En') ? '<w:color w:val="44546A"/>' : '')
    }),
  )
  const others = [
    styleXml(KEY_STYLE, '<w:spacing w:before="20" w:after="20"/>', ''),
    styleXml(DETAIL_STYLE, '', '<w:color w:val="595959"/><w:sz w:val="20"/>'),
    styleXml(CELL_STYLE, '', ''),
  ]
  const code = `<w:style w:type="character" w:customStyle="1" w:styleId="${CODE_STYLE}"><w:name w:val="${shownName(CODE_STYLE)}"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>`
  return `<w:styles xmlns:w="${MAIN}">${defaults}${normal}${parts.join('')}${others.join('')}${code}</w:styles>`
}

function styleXml(id: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escapeXml(shownName(id))}"/><w:basedOn w:val="Normal"/><w:next w:val="${id}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}
