import { COGNITIVE_LEVELS, GRADINGS, ITEM_TYPES, type ItemDraft, TOPICS } from '@thiso/contracts/vocab'
import type { WrittenFile } from './format.js'
import { gradingName, levelName, topicName, typeName } from './item-names.js'
import { type ColumnId, columnName } from './sheet/columns.js'
import { columnsFor } from './sheet/write-row.js'
import { type SheetPlan, writeWorkbook, XLSX_MIME } from './sheet/write-workbook.js'
import { itemSheet, widthOf } from './xlsx.js'

type Locale = 'vi' | 'en'
const OPTIONS_SHOWN = 6

/**
 * The sheet that people fill in: an empty one with lists to choose from, one with examples, and one that says what goes where.
 * @param examples an item of each type
 */
export function makeTemplate(locale: Locale, examples: readonly ItemDraft[]): WrittenFile {
  const columns = columnsFor([], OPTIONS_SHOWN)
  const [sheet, shown, guide] = locale === 'vi' ? ['Câu hỏi', 'Ví dụ', 'Hướng dẫn'] : ['Questions', 'Examples', 'Guide']
  const empty: SheetPlan = {
    name: sheet as string,
    headRows: 1,
    isTyped: true,
    rows: [columns.map((id) => ({ text: columnName(id, locale) }))],
    widths: columns.map(widthOf),
    choices: choicesOf(columns, locale),
  }
  const example = itemSheet(examples, locale, shown as string, OPTIONS_SHOWN)
  return {
    bytes: writeWorkbook([empty, example, guideSheet(guide as string, locale)]),
    extension: 'xlsx',
    mime: XLSX_MIME,
  }
}

function choicesOf(columns: readonly ColumnId[], locale: Locale): NonNullable<SheetPlan['choices']> {
  const list = (id: ColumnId, values: readonly string[], isStrict: boolean) => ({
    column: columns.indexOf(id),
    values,
    isStrict,
  })
  // A grading may also be a tolerance or how diacritics count, which is typed.
  const diacritics = locale === 'vi' ? ['Không xét dấu', 'Xét dấu'] : ['Diacritics ignored', 'Diacritics count']
  return [
    list(
      'type',
      ITEM_TYPES.map((type) => typeName(type, locale)),
      true,
    ),
    list(
      'topic',
      TOPICS.map((topic) => topicName(topic, locale)),
      true,
    ),
    list(
      'level',
      COGNITIVE_LEVELS.map((level) => levelName(level, locale)),
      true,
    ),
    list('grading', [...GRADINGS.map((grading) => gradingName(grading, locale)), ...diacritics], false),
  ]
}

/** Column, and what goes into it. */
const GUIDE: readonly [ColumnId, vi: string, en: string][] = [
  ['code', 'Mã riêng của câu, có thể để trống.', 'A code of your own; may stay empty.'],
  [
    'type',
    'Chọn trong danh sách. Để trống thì hệ thống đoán theo đáp án.',
    'Choose from the list. When empty it is told from the key.',
  ],
  [
    'topic',
    'Chọn trong danh sách. Để trống thì chọn chung khi nhập.',
    'Choose from the list. When empty you choose one for all while importing.',
  ],
  [
    'level',
    'Nhận biết, thông hiểu, vận dụng, vận dụng cao (hoặc NB, TH, VD, VDC).',
    'Recall, understand, apply, apply high.',
  ],
  [
    'stem',
    'Nội dung câu hỏi. Giữ được chữ đậm, nghiêng, gạch chân, chỉ số trên và dưới; công thức viết LaTeX giữa \\( và \\).',
    'The question. Bold, italic, underline, sub- and superscript are kept; formulas are LaTeX between \\( and \\).',
  ],
  [
    'option0',
    'Mỗi cột một phương án hoặc một ý. Ghép đôi: “vế trái => vế phải”; “=> vế phải” là phương án nhiễu. Sắp thứ tự: viết theo đúng thứ tự.',
    'One option or statement a column. Matching: “left => right”; “=> right” is a distractor. Ordering: in the right order.',
  ],
  [
    'key',
    'Một lựa chọn: B. Nhiều lựa chọn: A, C. Đúng – sai: Đúng. Nhóm ý: Đ, S, Đ, S. Trả lời ngắn: các cách viết được chấp nhận, cách nhau bằng dấu chấm phẩy. Điền số: một số.',
    'Single choice: B. Multiple choice: A, C. True or false: True. Group: T, F, T, F. Short answer: accepted answers parted by semicolons. Number: a number.',
  ],
  [
    'grading',
    'Cách chấm của câu nhiều phần. Trả lời ngắn: Không xét dấu hoặc Xét dấu. Điền số: sai số, ví dụ ± 0,5.',
    'How items of several parts are graded. Short answer: whether diacritics count. Number: a tolerance such as ± 0.5.',
  ],
  ['unit', 'Đơn vị của câu điền số.', 'The unit of a number.'],
  ['explanation', 'Vì sao đáp án đúng.', 'Why the key is right.'],
  [
    'sources',
    'Mỗi dòng một nguồn: văn bản | vị trí | đường dẫn | căn cứ. Ghi “căn cứ” khi câu chỉ đúng lúc văn bản còn hiệu lực.',
    'One source a line: document | place | address | basis. Write “basis” when the item is true only while the document is in force.',
  ],
  [
    'validFrom',
    'Ngày đầu tiên câu được dùng, ví dụ 01/07/2026.',
    'The first day on which the item may be used, such as 01/07/2026.',
  ],
  ['validTo', 'Ngày cuối cùng câu được dùng.', 'The last day on which the item may be used.'],
  ['tags', 'Các thẻ, cách nhau bằng dấu chấm phẩy.', 'Tags, parted by semicolons.'],
  ['points', 'Từ 0,25 đến 20, bước 0,25. Để trống là 1 điểm.', 'From 0.25 to 20 in steps of 0.25. Empty means 1.'],
  [
    'difficulty',
    'Tỉ lệ trả lời đúng dự kiến, từ 5 đến 95 (%).',
    'Expected share of right answers, from 5 to 95 percent.',
  ],
  ['competences', 'Mã thành phần năng lực số, ví dụ 4.2.', 'Codes of digital competences, such as 4.2.'],
  ['exclusionGroup', 'Các câu cùng nhóm không vào cùng một đề.', 'Items of one group never stand in the same paper.'],
  ['variantGroup', 'Các câu cùng nhóm là biến thể của nhau.', 'Items of one group are variants of each other.'],
  ['stemEn', 'Bản tiếng Anh, có thể để trống.', 'The English version; may stay empty.'],
]

function guideSheet(name: string, locale: Locale): SheetPlan {
  const [title, column, what] =
    locale === 'vi'
      ? ['Điền câu hỏi vào trang “Câu hỏi”; trang “Ví dụ” và trang này không được nhập.', 'Cột', 'Cách điền']
      : [
          'Fill in the sheet “Questions”; the sheet “Examples” and this one are not imported.',
          'Column',
          'What goes there',
        ]
  const rows = GUIDE.map(([id, vi, en]) => {
    const head = id === 'option0' ? `A, B, C… ` : columnName(id, locale)
    return [{ text: head.trim() }, { text: locale === 'vi' ? vi : en }]
  })
  return {
    name,
    headRows: 2,
    titleRows: 1,
    rows: [[{ text: title as string }], [{ text: column as string }, { text: what as string }], ...rows],
    widths: [24, 110],
  }
}
