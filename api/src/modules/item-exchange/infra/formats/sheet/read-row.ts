import { fold, GRADINGS_OF, type ItemBody, type ItemProblem, type ItemType, type ReadRow } from '@thiso/contracts/vocab'
import { bareDraft } from '../draft-texts.js'
import { type FieldName, numberText, readNumber, setField } from '../item-fields.js'
import { nameKey, readGrading, readType } from '../item-names.js'
import { splitQuoted } from '../quoted-list.js'
import { type Cell, columnLetters, htmlOfCell, type SheetRow, textOfCell } from './cell.js'
import { type ColumnId, type Heads, LETTERS, OPTION_COUNT, type TextColumn } from './columns.js'
import { readSheetKey, type SheetKey } from './sheet-key.js'

const FIELDS: readonly FieldName[] = [
  'code',
  'topic',
  'level',
  'tags',
  'points',
  'difficulty',
  'competences',
  'facts',
  'sources',
  'bases',
  'exclusionGroup',
  'variantGroup',
  'validFrom',
  'validTo',
]

/** One row of a sheet as an item. @returns null for a row without a question, options or key */
export function readRow(row: SheetRow, heads: Heads, sheet: string): ReadRow | null {
  return new RowReader(row, heads, sheet).read()
}

class RowReader {
  private readonly problems: ItemProblem[] = []

  constructor(
    private readonly row: SheetRow,
    private readonly heads: Heads,
    private readonly sheet: string,
  ) {}

  read(): ReadRow | null {
    const options = this.texts('option')
    if (this.text('stem') === '' && options.length === 0 && !this.cell('stem')?.isFormula) return null
    for (const [id, at] of this.heads.columns)
      if (this.cell(id)?.isFormula) this.problems.push({ code: 'formula_cell', detail: this.place(at) })
    const draft = bareDraft(this.body(options))
    draft.explanation = this.html('explanation')
    // A sheet with types is one of ours; the topics of somebody else's are just words.
    const isOurs = this.heads.columns.has('type')
    for (const field of FIELDS) this.problems.push(...setField(draft, field, this.fieldText(field), isOurs))
    const en = { stem: this.html('stemEn'), texts: this.texts('optionEn'), explanation: this.html('explanationEn') }
    if (en.stem !== '' || en.texts.length > 0 || en.explanation !== '')
      draft.translations = { en: this.matched(en, draft.body) }
    if (draft.body.stem === '' && !this.cell('stem')?.isFormula)
      this.problems.push({ code: 'stem_missing', detail: '' })
    return { place: this.place(this.heads.columns.get('stem') ?? 0), draft, problems: this.problems }
  }

  private place(column: number): string {
    return `${this.sheet === '' ? '' : `${this.sheet}!`}${columnLetters(column)}${this.row.number}`
  }

  private cell(id: ColumnId): Cell | undefined {
    const at = this.heads.columns.get(id)
    return at === undefined ? undefined : this.row.cells[at]
  }

  private text(id: TextColumn): string {
    const cell = this.cell(id)
    // In an English sheet 12.5 is typed and shown with a point.
    const isPlain = cell?.value != null && !cell.isDay && !textOfCell(cell).endsWith('%')
    return isPlain && this.heads.isEnglish ? numberText(cell.value as number, 'en') : textOfCell(cell)
  }

  private html(id: ColumnId): string {
    const cell = this.cell(id)
    const isPlain = cell?.value != null && !cell.isDay && this.heads.isEnglish
    return isPlain ? htmlOfCell(cell).replace(',', '.') : htmlOfCell(cell)
  }

  private fieldText(field: FieldName): string {
    const cell = this.cell(field)
    const value = cell?.value
    // Excel keeps 50 % as 0.5.
    if (field === 'difficulty' && value != null && value > 0 && value < 1) return String(Math.round(value * 100))
    return value != null && !cell?.isDay ? numberText(value) : textOfCell(cell)
  }

  /** Options up to the last that says anything. */
  private texts(name: 'option' | 'optionEn'): string[] {
    const all = Array.from({ length: OPTION_COUNT }, (_, at) => this.html(`${name}${at}`))
    return all.slice(0, all.findLastIndex((text) => text !== '') + 1)
  }

  /** A translation of a pair is written as the pair is. */
  private matched(en: { stem: string; texts: string[]; explanation: string }, body: ItemBody) {
    if (body.type !== 'matching') return en
    const pairs = en.texts.map(splitPair)
    const prompts = pairs.slice(0, body.pairs.length).map(({ prompt }) => prompt)
    return { ...en, texts: [...prompts, ...pairs.map(({ choice }) => choice)] }
  }

  private body(options: string[]): ItemBody {
    const stem = this.html('stem')
    const keyCell = this.cell('key')
    const key = readSheetKey(keyCell, options, this.heads.isEnglish)
    const named = this.text('type')
    const known = named === '' ? null : readType(named)
    if (named !== '' && !known) this.problems.push({ code: 'type_unknown', detail: named.slice(0, 80) })
    const type = known ?? guessedType(key, options)
    return this.bodyOf(type, stem, options, key)
  }

  private bodyOf(type: ItemType, stem: string, options: string[], key: SheetKey): ItemBody {
    const gradingText = this.text('grading')
    const grading = gradingText === '' ? null : readGrading(gradingText)
    const missing = (detail = '') => {
      if (!this.cell('key')?.isFormula) this.problems.push({ code: 'key_missing', detail })
    }
    switch (type) {
      case 'single-choice': {
        const [first] = key.options
        if (key.beyond !== '') this.problems.push({ code: 'key_out_of_range', detail: key.beyond })
        else if (key.options.length > 1)
          this.problems.push({ code: 'several_keys', detail: key.options.map((at) => LETTERS[at]).join(', ') })
        else if (first === undefined) missing()
        this.emptyOptions(options)
        return { type, stem, options, key: key.options.length === 1 && first !== undefined ? first : -1 }
      }
      case 'multiple-choice': {
        if (key.beyond !== '') this.problems.push({ code: 'key_out_of_range', detail: key.beyond })
        else if (key.options.length === 0) missing()
        this.emptyOptions(options)
        return { type, stem, options, keys: key.options, grading: this.graded(grading, GRADINGS_OF[type]) }
      }
      case 'true-false': {
        const truth = key.truths.length === 1 ? (key.truths[0] ?? null) : truthOfOption(key, options)
        if (truth === null) missing()
        return { type, stem, isTrue: truth ?? false }
      }
      case 'true-false-group': {
        const statements = options.map((text, at) => ({ text, isTrue: key.truths[at] ?? false }))
        const unsaid = options.flatMap((_, at) => (key.truths[at] == null ? [LETTERS[at]] : []))
        if (unsaid.length > 0) missing(unsaid.join(', '))
        this.emptyOptions(options)
        const usual = options.length === 4 ? 'stepped' : 'partial'
        return { type, stem, statements, grading: grading ?? usual }
      }
      case 'short-text': {
        const accepted = splitQuoted(key.text, ';').map(({ text }) => text)
        if (accepted.length === 0) this.problems.push({ code: 'accepted_missing', detail: '' })
        return { type, stem, accepted, ignoresDiacritics: !countsDiacritics(gradingText) }
      }
      case 'number': {
        const value = key.value
        if (value === null) this.problems.push({ code: 'number_missing', detail: key.text.slice(0, 40) })
        const tolerance = this.tolerance(gradingText)
        return { type, stem, value: value ?? Number.NaN, tolerance, unit: this.text('unit') || key.unit }
      }
      case 'ordering':
        this.emptyOptions(options)
        return { type, stem, entries: this.ordered(options, key), grading: this.graded(grading, GRADINGS_OF[type]) }
      case 'matching': {
        const pairs = options.map(splitPair)
        const isDistractor = (pair: { prompt: string }) => pair.prompt === ''
        return {
          type,
          stem,
          pairs: pairs.filter((pair) => !isDistractor(pair)),
          distractors: pairs.filter(isDistractor).map(({ choice }) => choice),
          grading: this.graded(grading, GRADINGS_OF[type]),
        }
      }
    }
  }

  private emptyOptions(options: string[]): void {
    options.forEach((text, at) => {
      const isFormula = this.cell(`option${at}`)?.isFormula ?? false
      if (text === '' && !isFormula) this.problems.push({ code: 'option_empty', detail: String(at + 1) })
    })
  }

  private graded<T extends string>(grading: string | null, allowed: readonly [T, ...T[]]): T {
    return allowed.find((one) => one === grading) ?? allowed[0]
  }

  /** Entries stand in the right order, unless the key gives another. */
  private ordered(entries: string[], key: SheetKey): string[] {
    if (key.options.length === 0) return entries
    if (new Set(key.options).size === entries.length) return key.options.map((at) => entries[at] as string)
    this.problems.push({ code: 'key_out_of_range', detail: key.text.slice(0, 40) })
    return entries
  }

  private tolerance(text: string): number {
    const plain = text.replace(/^(?:sai số|tolerance)?\s*[:=]?\s*(?:±|\+\/?-)?\s*/iu, '')
    if (plain === '' || readGrading(text)) return 0
    const value = readNumber(plain, this.heads.isEnglish)
    if (value === null) this.problems.push({ code: 'part_ignored', detail: text.slice(0, 80) })
    return value === null ? 0 : Math.abs(value)
  }
}

/** Without a type the key tells it. */
function guessedType(key: SheetKey, options: string[]): ItemType {
  if (options.length === 0) {
    if (key.truths.length === 1) return 'true-false'
    if (key.value !== null) return 'number'
    return key.text === '' ? 'single-choice' : 'short-text'
  }
  const words = options.map((text) => fold(text).replace(/[.\s]+$/, ''))
  const isJudged =
    options.length === 2 &&
    (words.join() === 'dung,sai' || words.join() === 'true,false' || words.join() === 'sai,dung')
  if (isJudged) return 'true-false'
  if (key.truths.length > 1) return 'true-false-group'
  return key.options.length > 1 ? 'multiple-choice' : 'single-choice'
}

function truthOfOption(key: SheetKey, options: string[]): boolean | null {
  const chosen = key.options.length === 1 ? nameKey(options[key.options[0] as number] ?? '') : ''
  return chosen === ''
    ? null
    : chosen === 'dung' || chosen === 'true'
      ? true
      : chosen === 'sai' || chosen === 'false'
        ? false
        : null
}

function countsDiacritics(text: string): boolean {
  return /^(?:xet dau|dung dau|phan biet dau|co dau|diacritics count|exact)/.test(nameKey(text))
}

const ARROW = '=&gt;'

/** "prompt => choice"; what begins with the arrow is a choice without a prompt. */
function splitPair(html: string): { prompt: string; choice: string } {
  const at = html.indexOf(ARROW)
  const plain = (text: string) => text.replaceAll('=\\&gt;', ARROW).trim()
  return at < 0
    ? { prompt: plain(html), choice: '' }
    : { prompt: plain(html.slice(0, at)), choice: plain(html.slice(at + ARROW.length)) }
}

/** The way there. */
export function joinPair(prompt: string, choice: string): string {
  const escaped = (text: string) => text.replaceAll(ARROW, '=\\&gt;')
  return `${escaped(prompt)} ${ARROW} ${escaped(choice)}`.trim()
}
