import type { ItemDraft } from '@thiso/contracts/vocab'
import { type FieldName, fieldText } from '../item-fields.js'
import { gradingName, levelName, topicName, typeName } from '../item-names.js'

/**
 * The form of our own Word files: it looks like what teachers write, and paragraph styles say what each line is, so that nothing has to
 * be guessed when such a file comes back.
 */

export type Part = 'stem' | 'option' | 'choice' | 'explanation' | 'stemEn' | 'optionEn' | 'choiceEn' | 'explanationEn'
/** The first line of a part has its label; further paragraphs and points of lists follow. */
export type Place = 'start' | 'more' | 'point'

export const STYLE_PREFIX = 'ThiSo'
const PART_NAMES: Record<Part, string> = {
  stem: 'Cau',
  option: 'PhuongAn',
  choice: 'Ve',
  explanation: 'GiaiThich',
  stemEn: 'CauAnh',
  optionEn: 'PhuongAnAnh',
  choiceEn: 'VeAnh',
  explanationEn: 'GiaiThichAnh',
}
const PLACE_NAMES: Record<Place, string> = { start: '', more: 'Tiep', point: 'Dong' }

export const KEY_STYLE = `${STYLE_PREFIX}DapAn`
export const DETAIL_STYLE = `${STYLE_PREFIX}ThongTin`
/** Of letters, not of paragraphs. */
export const CODE_STYLE = `${STYLE_PREFIX}Ma`
export const CELL_STYLE = `${STYLE_PREFIX}Bang`

const SHOWN_PARTS: Record<Part, string> = {
  stem: 'Câu hỏi',
  option: 'Phương án',
  choice: 'Vế ghép',
  explanation: 'Giải thích',
  stemEn: 'Câu hỏi tiếng Anh',
  optionEn: 'Phương án tiếng Anh',
  choiceEn: 'Vế ghép tiếng Anh',
  explanationEn: 'Giải thích tiếng Anh',
}
const SHOWN_PLACES: Record<Place, string> = { start: '', more: ' (tiếp)', point: ' (ý)' }

export const PARTS = Object.keys(PART_NAMES) as Part[]
export const PLACES = Object.keys(PLACE_NAMES) as Place[]

export function styleOf(part: Part, place: Place): string {
  return `${STYLE_PREFIX}${PART_NAMES[part]}${PLACE_NAMES[place]}`
}

const BY_STYLE = new Map(
  PARTS.flatMap((part) => PLACES.map((place) => [styleOf(part, place), { part, place }] as const)),
)

/** Programs make ids of their own; the names that people see they keep. */
const SHOWN_NAMES = new Map<string, string>([
  ...PARTS.flatMap((part) =>
    PLACES.map((place) => [styleOf(part, place), `Thi Số: ${SHOWN_PARTS[part]}${SHOWN_PLACES[place]}`] as const),
  ),
  [KEY_STYLE, 'Thi Số: Đáp án'],
  [DETAIL_STYLE, 'Thi Số: Thông tin'],
  [CELL_STYLE, 'Thi Số: Ô bảng'],
  [CODE_STYLE, 'Thi Số: Mã lệnh'],
])
const BY_SHOWN_NAME = new Map([...SHOWN_NAMES].map(([id, name]) => [name.normalize('NFC'), id]))

export function shownName(style: string): string {
  return SHOWN_NAMES.get(style) ?? style
}

/** Our id of a style that has one of our names. */
export function styleNamed(name: string): string | undefined {
  return BY_SHOWN_NAME.get(name.normalize('NFC'))
}

export function partOfStyle(style: string): { part: Part; place: Place } | undefined {
  return BY_STYLE.get(style)
}

/** Labels before the parts, by language, and how they are known again. */
export const LABELS = {
  vi: {
    question: 'Câu',
    key: 'Đáp án',
    explanation: 'Giải thích',
    english: 'Tiếng Anh',
    explanationEn: 'Giải thích (tiếng Anh)',
  },
  en: {
    question: 'Question',
    key: 'Key',
    explanation: 'Explanation',
    english: 'English',
    explanationEn: 'Explanation (English)',
  },
} as const

export const LABEL_PATTERNS: Record<Part, RegExp> = {
  stem: /^(?:Câu|Question) (\d+)\. ?/u,
  option: /^(?:[A-P]\.|[a-p]\)|\d{1,2}\)) ?/,
  choice: /^(→|\+) ?/,
  explanation: /^(?:Giải thích|Explanation): ?/,
  stemEn: /^(?:Tiếng Anh|English): ?/,
  optionEn: /^(?:[A-P]\.|[a-p]\)|\d{1,2}\)) ?/,
  choiceEn: /^(→|\+) ?/,
  explanationEn: /^(?:Giải thích \(tiếng Anh\)|Explanation \(English\)): ?/,
}
export const KEY_PATTERN = /^(?:Đáp án|Key): ?/

export type DetailName = Exclude<FieldName, 'bases'> | 'type' | 'grading' | 'tolerance' | 'unit' | 'diacritics'

const DETAIL_NAMES: readonly [DetailName, vi: string, en: string][] = [
  ['type', 'Loại', 'Type'],
  ['code', 'Mã', 'Code'],
  ['topic', 'Chủ đề', 'Topic'],
  ['level', 'Mức độ', 'Level'],
  ['grading', 'Cách chấm', 'Grading'],
  ['tolerance', 'Sai số', 'Tolerance'],
  ['unit', 'Đơn vị', 'Unit'],
  ['diacritics', 'Dấu thanh', 'Diacritics'],
  ['sources', 'Nguồn', 'Source'],
  ['tags', 'Thẻ', 'Tags'],
  ['points', 'Điểm', 'Points'],
  ['difficulty', 'Độ khó', 'Difficulty'],
  ['competences', 'Năng lực', 'Competences'],
  ['facts', 'Dữ kiện', 'Facts'],
  ['exclusionGroup', 'Nhóm loại trừ', 'Exclusion group'],
  ['variantGroup', 'Nhóm biến thể', 'Variant group'],
  ['validFrom', 'Hiệu lực từ', 'Valid from'],
  ['validTo', 'Hiệu lực đến', 'Valid to'],
]

export function detailNamed(name: string): DetailName | undefined {
  return DETAIL_NAMES.find(([, vi, en]) => vi === name || en === name)?.[0]
}

/** Everything that an item says besides its texts and key, as lines "name: value". */
export function detailLines(draft: ItemDraft, locale: 'vi' | 'en', number: (value: number) => string): string[] {
  const { body } = draft
  const value = (name: DetailName): string[] => {
    switch (name) {
      case 'type':
        return [typeName(body.type, locale)]
      case 'topic':
        return [draft.topic ? topicName(draft.topic, locale) : '']
      case 'level':
        return [draft.level ? levelName(draft.level, locale) : '']
      case 'grading':
        return ['grading' in body ? gradingName(body.grading, locale) : '']
      case 'tolerance':
        return [body.type === 'number' && body.tolerance > 0 ? number(body.tolerance) : '']
      case 'unit':
        return [body.type === 'number' ? body.unit : '']
      case 'diacritics':
        if (body.type !== 'short-text') return ['']
        if (locale === 'vi') return [body.ignoresDiacritics ? 'không xét' : 'có xét']
        return [body.ignoresDiacritics ? 'ignored' : 'count']
      case 'sources':
        return fieldText(draft, 'sources', locale).split('\n')
      case 'points':
        return [draft.points === 1 ? '' : number(draft.points)]
      default:
        return [fieldText(draft, name, locale)]
    }
  }
  return DETAIL_NAMES.flatMap(([name, vi, en]) =>
    value(name).flatMap((text) => (text === '' ? [] : [`${locale === 'vi' ? vi : en}: ${text}`])),
  )
}
