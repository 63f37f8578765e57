/**
 * A document as data: what administrative documents in Viet Nam are made of, without a word of how they are drawn. Build one with plain
 * objects, hand it to `DocumentRenderer.renderDocument(document, 'pdf' | 'docx')`. Everything in it can be copied to a thread.
 *
 * Texts are plain: no markup. They are set in NFC with Vietnamese quotation marks and with numbers kept beside their units; a line break
 * `\n` is kept wherever a text may have several lines. Headings carry their own numbers ("Điều 1. Tên cuộc thi"). Heads as offices
 * write them stand ready in `heads.ts`, whatever a document says in its own name ("Nơi nhận", "Trang") follows its locale.
 */
export interface Document {
  /** Of the file, as viewers and Word show it. It is not drawn: `{ kind: 'title' }` is. */
  title: string
  /** Who issues it, for the file's properties. */
  author: string
  locale: Locale
  page: 'portrait' | 'landscape'
  /** The moment that the file names as its making. The same document gives the same bytes. */
  at: Date
  head?: Head
  blocks: readonly Block[]
  /** Stands at the left of each page's foot, such as a version with its hash. Pages are numbered in any case. */
  foot?: string
}

export type Locale = 'vi' | 'en'

/** Two columns at the top of the first page: who issues the document; the country's name and motto, or the organization's. */
export interface Head {
  left: readonly HeadLine[]
  right: readonly HeadLine[]
  /** Under the left column: "Số: 05/TL-BTC". */
  number?: string
  /** Under the right column, in italics: "Tam Kỳ, ngày 03 tháng 11 năm 2026" (`placeAndDate` of `heads.ts`). */
  placeAndDate?: string
}

export interface HeadLine {
  /** As it shall stand: capitals are written as capitals. */
  text: string
  isBold?: boolean
  /** A rule beneath: a third of the line's width under who issues, as wide as the line under the motto. */
  rule?: 'third' | 'full'
}

/** Plain text, or pieces of which some are set apart. White space between pieces is theirs to bring along. */
export type Text = string | readonly Run[]
export type Run = string | { text: string; bold?: true; italic?: true /** Where a click leads. */; href?: string }

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | FactsBlock
  | SignaturesBlock
  | BarChartBlock
  | LinePlotBlock
  | PictureBlock
  | SpacerBlock
  | PageBreakBlock

/** The kind of the document in the middle ("THỂ LỆ"), beneath it what it is about, and a short rule. */
export interface TitleBlock {
  kind: 'title'
  text: string
  /** May have several lines. */
  subtitle?: string
}

/**
 * Never stands at the end of a page. Levels: `chapter` in the middle ("Chương I\nQUY ĐỊNH CHUNG"); `section` of a report ("I. KẾT QUẢ");
 * `article` ("Điều 1. Tên cuộc thi"); `subsection`, in bold italics, below a section or an article.
 */
export interface HeadingBlock {
  kind: 'heading'
  level: 'chapter' | 'section' | 'article' | 'subsection'
  text: string
}

export interface ParagraphBlock {
  kind: 'paragraph'
  text: Text
  /** Justified when it does not say. */
  align?: Align | 'justify'
  /** Its first line is moved in as in administrative documents when it does not say and is justified. */
  isIndented?: boolean
  /** It never ends a page: a sentence before a list or a table. */
  staysWithNext?: true
}

export type Align = 'left' | 'center' | 'right'

/**
 * Numbers "1.", Vietnamese letters "a)" (a b c d đ e g h i k …) and dashes "–" begin where a first line does and run on at the margin, as
 * the clauses of a regulation; bullets hang. A list may lie in an entry.
 */
export interface ListBlock {
  kind: 'list'
  marks: 'number' | 'letter' | 'dash' | 'bullet'
  /** What the first entry counts as; 1 when it does not say. */
  from?: number
  entries: readonly ListEntry[]
}

export type ListEntry = Text | { text: Text; list: ListBlock }

/**
 * Its header stands again on every page that it reaches; a row is parted over pages only when no page can hold it. Thousands of rows are
 * fine: they are set one after the other.
 */
export interface TableBlock {
  kind: 'table'
  /** Above it, in the middle. */
  caption?: Text
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  /** Every second row on a light ground, for long tables without many rules to follow. */
  hasZebra?: true
  /** `small` for tables with many columns; `normal` when it does not say. */
  size?: 'normal' | 'small'
}

export interface TableColumn {
  header: string
  /** How wide it is among the others, in any measure: 1, 3, 2 is a sixth, a half and a third. */
  share: number
  /** Of its cells; left when it does not say. Headers stand in the middle. */
  align?: Align
}

/** As many cells as there are columns (fewer leave the rest empty); a row in bold, for sums; a line over all columns, "GIẢI NHẤT". */
export type TableRow = readonly Text[] | { cells: readonly Text[]; isBold: true } | { over: Text }

/** Names and values below each other: "Thời gian: …". */
export interface FactsBlock {
  kind: 'facts'
  entries: readonly { name: string; value: Text }[]
}

/** One to three places for signatures beside each other, kept on one page, with what is before them where that is a paragraph. */
export interface SignaturesBlock {
  kind: 'signatures'
  places: readonly SignaturePlace[]
  /** "Nơi nhận": entries of their own lines ("Như Điều 3;"), at the left of one or two places, above three. */
  recipients?: readonly string[]
}

export interface SignaturePlace {
  /** As it shall stand, in several lines where there are several: "TM. BAN TỔ CHỨC\nTRƯỞNG BAN". */
  role: string
  /** "(Ký, ghi rõ họ tên)"; `SIGN_NOTE` of `heads.ts`. */
  note?: string
  /** Under the empty room; none where it is written by hand. */
  name?: string
}

/** Bars to compare: lying (`rows`) for named things such as units, standing (`columns`) for steps of a scale such as points. */
export interface BarChartBlock {
  kind: 'bar-chart'
  title?: string
  direction: 'rows' | 'columns'
  /** `columns` have short labels; of many only some are shown. `note` stands behind the value: "(12/40)". */
  bars: readonly { label: string; value: number; note?: string }[]
  /** Of the values: "%", "người"; said at the axis or behind each value. */
  unit?: string
  /** Where the axis ends, at least: 100 for shares. It begins at 0; no value is below 0. */
  max?: number
  /** Decimals of the values shown; 0 when it does not say. */
  decimals?: number
}

/** Lines over an axis of numbers: told apart by colour, dash and marks at once. */
export interface LinePlotBlock {
  kind: 'line-plot'
  title?: string
  x: PlotAxis
  y: PlotAxis
  /** One to six; points in the order of x. */
  series: readonly { name: string; points: readonly { x: number; y: number }[] }[]
  /** `small`: half as high, where many stand below each other. */
  size?: 'normal' | 'small'
}

export interface PlotAxis {
  label: string
  /** What it shows at least, from the values when it does not say. */
  min?: number
  max?: number
  decimals?: number
  /** Words at values in place of numbers: days, options. */
  ticks?: readonly { at: number; label: string }[]
}

/** A PNG or JPEG picture in the middle. */
export interface PictureBlock {
  kind: 'picture'
  bytes: Uint8Array
  /** In millimetres, not wider than the text. */
  width: number
  /** What it shows, for those who do not see it. */
  alt: string
  caption?: Text
}

export interface SpacerBlock {
  kind: 'spacer'
  /** In millimetres. */
  height: number
}

export interface PageBreakBlock {
  kind: 'page-break'
}
