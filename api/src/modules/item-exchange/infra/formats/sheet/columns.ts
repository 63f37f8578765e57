import type { FieldName } from '../item-fields.js'
import { nameKey } from '../item-names.js'

/** Columns of a sheet of items, by what stands in their head. */

export const OPTION_COUNT = 16
export const LETTERS = [...'ABCDEFGHIJKLMNOP']

export type TextColumn =
  | Exclude<FieldName, 'bases'>
  | 'bases'
  | 'type'
  | 'stem'
  | 'key'
  | 'grading'
  | 'unit'
  | 'explanation'
  | 'stemEn'
  | 'explanationEn'
export type ColumnId = TextColumn | `option${number}` | `optionEn${number}`

/** Head in Vietnamese, in English, then what others write; compared without case, marks and signs. */
const NAMES: Record<TextColumn, readonly [vi: string, en: string, ...others: string[]]> = {
  code: ['Mã', 'Code', 'Mã câu', 'Mã câu hỏi', 'ID'],
  type: ['Loại', 'Type', 'Loại câu hỏi', 'Dạng', 'Dạng câu hỏi', 'Kiểu câu hỏi', 'Question type'],
  topic: ['Chủ đề', 'Topic', 'Chuyên đề', 'Lĩnh vực', 'Category'],
  level: ['Mức độ', 'Level', 'Mức độ nhận thức', 'Cấp độ', 'Cognitive level'],
  stem: [
    'Câu hỏi',
    'Question',
    'Nội dung',
    'Nội dung câu hỏi',
    'Câu dẫn',
    'Phần dẫn',
    'Đề bài',
    'Question text',
    'Stem',
    'Question title',
  ],
  key: [
    'Đáp án',
    'Key',
    'Đáp án đúng',
    'Đáp án chính xác',
    'Phương án đúng',
    'Câu trả lời đúng',
    'Trả lời đúng',
    'Kết quả',
    'Answer',
    'Correct answer',
    'Correct answers',
    'Correct',
    'Right answer',
    'Answer key',
    'Correct option',
  ],
  grading: ['Chấm', 'Grading', 'Cách chấm', 'Scoring'],
  unit: ['Đơn vị', 'Unit', 'Đơn vị đo'],
  explanation: [
    'Giải thích',
    'Explanation',
    'Lời giải',
    'Hướng dẫn giải',
    'Giải thích đáp án',
    'Feedback',
    'Rationale',
  ],
  sources: [
    'Nguồn',
    'Sources',
    'Source',
    'Trích nguồn',
    'Tài liệu',
    'Tài liệu tham khảo',
    'Reference',
    'References',
    'Tham khảo',
  ],
  bases: ['Căn cứ', 'Basis', 'Căn cứ pháp lý', 'Cơ sở pháp lý'],
  validFrom: ['Hiệu lực từ', 'Valid from', 'Có hiệu lực từ', 'Từ ngày'],
  validTo: ['Hiệu lực đến', 'Valid to', 'Hết hiệu lực', 'Đến ngày', 'Valid until'],
  tags: ['Thẻ', 'Tags', 'Từ khóa', 'Từ khoá', 'Nhãn', 'Tag', 'Keywords'],
  points: ['Điểm', 'Points', 'Số điểm', 'Score', 'Mark', 'Marks'],
  difficulty: ['Độ khó', 'Difficulty', 'Độ khó dự kiến', 'Tỉ lệ đúng dự kiến', 'Expected difficulty'],
  competences: ['Năng lực', 'Competences', 'Năng lực số', 'Mã năng lực', 'Competence'],
  facts: ['Dữ kiện', 'Facts', 'Mã dữ kiện', 'Fact'],
  exclusionGroup: ['Loại trừ', 'Exclusion group', 'Nhóm loại trừ'],
  variantGroup: ['Biến thể', 'Variant group', 'Nhóm biến thể'],
  stemEn: ['Câu hỏi (tiếng Anh)', 'Question (English)', 'Câu hỏi EN', 'Question EN', 'English question', 'English'],
  explanationEn: [
    'Giải thích (tiếng Anh)',
    'Explanation (English)',
    'Giải thích EN',
    'Explanation EN',
    'English explanation',
  ],
}

const OPTION_WORDS = [
  '',
  'phuong an',
  'dap an',
  'lua chon',
  'cau tra loi',
  'tra loi',
  'y',
  'option',
  'answer',
  'choice',
  'answer option',
]

const BY_NAME = new Map<string, ColumnId>()
for (const [id, names] of Object.entries(NAMES) as [TextColumn, readonly string[]][])
  for (const name of names) BY_NAME.set(nameKey(name), id)
LETTERS.forEach((letter, at) => {
  const small = letter.toLowerCase()
  for (const word of OPTION_WORDS) {
    const names = word === '' ? [small] : [`${word} ${small}`, `${word} ${at + 1}`]
    for (const name of names) if (!BY_NAME.has(name)) BY_NAME.set(name, `option${at}`)
    for (const name of names)
      for (const en of ['tieng anh', 'english', 'en']) BY_NAME.set(`${name} ${en}`, `optionEn${at}`)
  }
})

export function columnName(id: ColumnId, locale: 'vi' | 'en'): string {
  const option = /^option(En)?(\d+)$/.exec(id)
  if (!option) return NAMES[id as TextColumn][locale === 'vi' ? 0 : 1]
  const letter = LETTERS[Number(option[2])] as string
  if (!option[1]) return letter
  return locale === 'vi' ? `${letter} (tiếng Anh)` : `${letter} (English)`
}

/** What a head says; what stands in brackets is an explanation unless it is part of a name. */
export function columnNamed(head: string): ColumnId | null {
  const whole = BY_NAME.get(nameKey(head))
  if (whole) return whole
  const short = head.replace(/\([^)]*\)|\*/g, ' ').replace(/[–—:].*$/, ' ')
  return BY_NAME.get(nameKey(short)) ?? null
}

export interface Heads {
  columns: Map<ColumnId, number>
  /** Is the head written in English? Then numbers have a decimal point. */
  isEnglish: boolean
}

/** @param heads texts of one row; @returns null when it is no head of a sheet of items: that has a question and something else */
export function readHeads(heads: readonly string[]): Heads | null {
  const columns = new Map<ColumnId, number>()
  let english = 0
  heads.forEach((head, at) => {
    const id = head.trim() === '' ? null : columnNamed(head)
    if (!id || columns.has(id)) return
    columns.set(id, at)
    if (nameKey(columnName(id, 'en')) === nameKey(head) && !/^option/.test(id)) english++
  })
  const isHead =
    columns.has('stem') && (columns.has('key') || columns.has('option0') || columns.has('type')) && columns.size >= 2
  return isHead ? { columns, isEnglish: english * 2 > columns.size - optionCount(columns) } : null
}

function optionCount(columns: ReadonlyMap<ColumnId, number>): number {
  return [...columns.keys()].filter((id) => id.startsWith('option')).length
}
