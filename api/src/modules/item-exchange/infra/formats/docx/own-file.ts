import { GRADINGS_OF, type ItemBody, type ItemDraft, type ItemType, type ReadRow } from '@thiso/contracts/vocab'
import { bareDraft } from '../draft-texts.js'
import { readNumber, setField } from '../item-fields.js'
import { readGrading, readType } from '../item-names.js'
import { splitQuoted } from '../quoted-list.js'
import { htmlOf } from './html.js'
import { readHeading } from './grammar.js'
import { readLetters, readTruth, readTruths } from './key-words.js'
import { type Block, isBlank, slice, textOfLine } from './line.js'
import {
  DETAIL_STYLE,
  type DetailName,
  detailNamed,
  KEY_PATTERN,
  KEY_STYLE,
  LABEL_PATTERNS,
  type Part,
  partOfStyle,
  STYLE_PREFIX,
} from './own-parts.js'
import type { Entry } from './tables.js'

/** One piece of an item: a stem, an option, an explanation. */
interface Text {
  part: Part
  /** The arrow before a choice that belongs to a prompt, or the plus before one that belongs to none. */
  sign: string
  entries: Entry[]
}

interface OwnItem {
  number: string
  texts: Text[]
  key: string
  details: [DetailName, string][]
  isEnglish: boolean
}

/** What a file of ours turned out to hold: items as we write them, and stretches that somebody else has written between them. */
export type OwnPiece = { kind: 'row'; row: ReadRow } | { kind: 'foreign'; blocks: Block[] }

/**
 * Reads a file that we wrote and that somebody may have worked on since. Every line of ours says by its style what it is; an item that
 * no longer is as we write it, and what has other styles, is left to be read as anybody's.
 */
export function readOwnFile(blocks: readonly Block[]): OwnPiece[] {
  const pieces: OwnPiece[] = []
  let item: OwnItem | null = null
  let own: Block[] = []
  const foreign = (more: Block[]) => {
    const last = pieces.at(-1)
    if (last?.kind === 'foreign') last.blocks.push(...more)
    else pieces.push({ kind: 'foreign', blocks: more })
  }
  const finish = () => {
    const row = item ? rowOf(item) : null
    if (row) pieces.push({ kind: 'row', row })
    else if (own.length > 0) foreign(own)
    item = null
    own = []
  }
  for (const block of blocks) {
    const begun = startOf(block)
    if (begun) {
      finish()
      item = begun
      own = [block]
    } else if (item && take(block, item)) own.push(block)
    else if (item && isSpoiled(block)) {
      foreign([...own, block])
      item = null
      own = []
    } else {
      finish()
      foreign([block])
    }
  }
  finish()
  return pieces
}

/** Does a line that does not fit spoil the item that it stands in? One that begins something new does not. */
function isSpoiled(block: Block): boolean {
  return (
    block.kind === 'line' &&
    block.line.style.startsWith(STYLE_PREFIX) &&
    readHeading(textOfLine(block.line))?.kind !== 'câu'
  )
}

function startOf(block: Block): OwnItem | null {
  if (block.kind === 'table' || block.line.isContinued) return null
  const { line } = block
  const known = partOfStyle(line.style)
  const label = known?.part === 'stem' && known.place === 'start' ? LABEL_PATTERNS.stem.exec(textOfLine(line)) : null
  if (!label) return null
  const stem: Text = { part: 'stem', sign: '', entries: [{ kind: 'line', line: slice(line, label[0].length) }] }
  return { number: label[1] as string, texts: [stem], key: '', details: [], isEnglish: label[0].startsWith('Question') }
}

function take(block: Block, item: OwnItem): boolean {
  if (block.kind === 'table') {
    item.texts.at(-1)?.entries.push(block)
    return item.details.length === 0
  }
  const { line } = block
  const text = textOfLine(line)
  if (line.style === KEY_STYLE && !line.isContinued) return takeKey(item, text)
  if (line.style === DETAIL_STYLE && !line.isContinued) return isBlank(line) || takeDetail(item, text)
  const known = partOfStyle(line.style)
  return known ? takeText(item, block, known) : isBlank(line) && !line.style.startsWith(STYLE_PREFIX)
}

function takeKey(item: OwnItem, text: string): boolean {
  const label = KEY_PATTERN.exec(text)
  if (!label || item.key !== '') return false
  item.key = text.slice(label[0].length)
  return true
}

function takeDetail(item: OwnItem, text: string): boolean {
  const at = text.indexOf(': ')
  const name = at < 0 ? undefined : detailNamed(text.slice(0, at))
  if (!name) return false
  item.details.push([name, text.slice(at + 2)])
  return true
}

function takeText(
  item: OwnItem,
  block: Block & { kind: 'line' },
  { part, place }: NonNullable<ReturnType<typeof partOfStyle>>,
): boolean {
  const { line } = block
  const last = item.texts.at(-1)
  const label = place === 'start' && !line.isContinued ? LABEL_PATTERNS[part].exec(textOfLine(line)) : null
  if (label) {
    item.texts.push({ part, sign: label[1] ?? '', entries: [{ kind: 'line', line: slice(line, label[0].length) }] })
    return true
  }
  // Somebody has added a paragraph: Word gives it the style of the one before.
  if (last?.part !== part) return isBlank(line)
  last.entries.push({ kind: 'line', line: { ...line, isBullet: place === 'point' && !line.isContinued } })
  return true
}

function rowOf(item: OwnItem): ReadRow | null {
  const detail = (name: DetailName) => item.details.find(([own]) => own === name)?.[1] ?? ''
  const type = readType(detail('type'))
  if (!type) return null
  const of = (part: Part) => item.texts.filter((text) => text.part === part)
  const html = (part: Part) => of(part).map((text) => htmlOf(text.entries))
  const body = bodyOf(type, item, html('stem')[0] ?? '', html('option'), of('choice'), detail)
  if (!body) return null
  const draft = bareDraft(body)
  draft.explanation = html('explanation')[0] ?? ''
  const isTranslated = item.texts.some(({ part }) => part.endsWith('En'))
  if (isTranslated)
    draft.translations = {
      en: {
        stem: html('stemEn')[0] ?? '',
        texts: [...html('optionEn'), ...html('choiceEn')],
        explanation: html('explanationEn')[0] ?? '',
      },
    }
  const problems = item.details.flatMap(([name, value]) => setDetail(draft, name, value, item.isEnglish))
  return { place: `${item.isEnglish ? 'Question' : 'Câu'} ${item.number}`, draft, problems }
}

function setDetail(draft: ItemDraft, name: DetailName, value: string, isEnglish: boolean): ReadRow['problems'] {
  if (name === 'points') {
    draft.points = readNumber(value, isEnglish) ?? 1
    return []
  }
  if (name === 'type' || name === 'grading' || name === 'tolerance' || name === 'unit' || name === 'diacritics')
    return []
  return setField(draft, name, value, true)
}

function bodyOf(
  type: ItemType,
  item: OwnItem,
  stem: string,
  texts: string[],
  choices: readonly Text[],
  detail: (name: DetailName) => string,
): ItemBody | null {
  const letters = (readLetters(item.key)?.letters ?? []).map((letter) => letter.charCodeAt(0) - 65)
  const grading = readGrading(detail('grading'))
  const graded = <T extends string>(allowed: readonly [T, ...T[]]): T =>
    allowed.find((one) => one === grading) ?? allowed[0]
  switch (type) {
    case 'single-choice':
      return { type, stem, options: texts, key: letters[0] ?? -1 }
    case 'multiple-choice':
      return { type, stem, options: texts, keys: letters, grading: graded(GRADINGS_OF[type]) }
    case 'true-false': {
      const isTrue = readTruth(item.key)
      return isTrue === null ? null : { type, stem, isTrue }
    }
    case 'true-false-group': {
      const truths = readTruths(item.key)
      if (truths.length !== texts.length) return null
      return {
        type,
        stem,
        statements: texts.map((text, at) => ({ text, isTrue: truths[at] ?? false })),
        grading: graded(GRADINGS_OF[type]),
      }
    }
    case 'short-text':
      return {
        type,
        stem,
        accepted: splitQuoted(item.key, ';').map(({ text }) => text),
        ignoresDiacritics: !/^(?:có xét|count)$/.test(detail('diacritics')),
      }
    case 'number': {
      const value = readNumber(item.key, item.isEnglish)
      const tolerance = detail('tolerance') === '' ? 0 : readNumber(detail('tolerance'), item.isEnglish)
      return value === null || tolerance === null ? null : { type, stem, value, tolerance, unit: detail('unit') }
    }
    case 'ordering':
      return { type, stem, entries: texts, grading: graded(GRADINGS_OF[type]) }
    case 'matching': {
      const matched = choices.filter(({ sign }) => sign === '→').map((choice) => htmlOf(choice.entries))
      const others = choices.filter(({ sign }) => sign === '+').map((choice) => htmlOf(choice.entries))
      if (matched.length !== texts.length) return null
      return {
        type,
        stem,
        pairs: texts.map((prompt, at) => ({ prompt, choice: matched[at] as string })),
        distractors: others,
        grading: graded(GRADINGS_OF[type]),
      }
    }
  }
}
