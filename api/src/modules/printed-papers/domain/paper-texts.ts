import type { CitationRole, CognitiveLevel, ItemType } from '@thiso/contracts/vocab'
import { type Numbered, type Part, romanOf } from './paper-parts.js'
import { writtenNumber } from './printed-key.js'

/** The words of printed papers. Papers are in Vietnamese. */

const NBSP = '\u00a0'

const PART_NAMES: Record<Part, string> = {
  choice: 'Câu trắc nghiệm nhiều phương án lựa chọn',
  truth: 'Câu trắc nghiệm đúng sai',
  answer: 'Câu trắc nghiệm trả lời ngắn',
  arrange: 'Câu sắp thứ tự và ghép đôi',
}

/** What is to be done with items of a type. */
const ACTS: Record<ItemType, string> = {
  'single-choice': 'mỗi câu chọn một phương án',
  'multiple-choice': 'mỗi câu chọn tất cả các phương án đúng',
  'true-false-group': 'ở mỗi ý a), b), c)… của mỗi câu, chọn đúng hoặc sai',
  'true-false': 'mỗi câu chọn đúng hoặc sai',
  number: 'mỗi câu viết kết quả bằng số, phần thập phân viết sau dấu phẩy',
  'short-text': 'mỗi câu viết câu trả lời ngắn gọn',
  ordering: 'viết chữ cái của các ý theo đúng thứ tự',
  matching: 'ghép mỗi mục ở cột số với một mục ở cột chữ',
}

export const TYPE_NAMES: Record<ItemType, string> = {
  'single-choice': 'Một lựa chọn',
  'multiple-choice': 'Nhiều lựa chọn',
  'true-false': 'Đúng – sai',
  'true-false-group': 'Nhóm ý đúng – sai',
  'short-text': 'Trả lời ngắn',
  number: 'Điền số',
  ordering: 'Sắp thứ tự',
  matching: 'Ghép đôi',
}

export const LEVEL_NAMES: Record<CognitiveLevel, string> = {
  recall: 'Nhận biết',
  understand: 'Thông hiểu',
  apply: 'Vận dụng',
  'apply-high': 'Vận dụng cao',
}

export const ROLE_NAMES: Record<CitationRole, string> = { basis: 'căn cứ', reference: 'tham khảo' }

export function pointsText(points: number): string {
  return `${writtenNumber(points)}${NBSP}điểm`
}

/** "PHẦN II." and its name, with the points that it gives. */
export function partHeading(part: Numbered<{ points: number }>): { title: string; points: string } {
  const points = part.entries.reduce((total, { entry }) => total + entry.points, 0)
  return {
    title: `PHẦN${NBSP}${romanOf(part.ordinal)}. ${PART_NAMES[part.part]}`,
    points: `(${pointsText(points)})`,
  }
}

/** What to do in a part: one sentence, or one for each type that it holds, with the numbers of its items. */
export function partInstruction({ entries }: Numbered<{ type: ItemType }>): string {
  const types = [...new Set(entries.map(({ entry }) => entry.type))]
  const range = (type?: ItemType) => {
    const numbers = entries.filter(({ entry }) => type === undefined || entry.type === type).map(({ number }) => number)
    const [first, last] = [numbers[0] as number, numbers.at(-1) as number]
    return first === last ? `câu${NBSP}${first}` : `từ câu${NBSP}${first} đến câu${NBSP}${last}`
  }
  const [only] = types
  if (types.length === 1) return `Thí sinh trả lời ${range()}; ${ACTS[only as ItemType]}.`
  return types.map((type) => `${upperFirst(range(type))}: ${ACTS[type]}.`).join(' ')
}

/** Are the items of a part worth different points? Then each says its own. */
export function hasOwnPoints({ entries }: Numbered<{ points: number }>): boolean {
  return new Set(entries.map(({ entry }) => entry.points)).size > 1
}

/** A paper of single-choice items only needs no headings. */
export function needsHeadings(parts: readonly Numbered<{ type: ItemType }>[]): boolean {
  return parts.length > 1 || parts.some(({ entries }) => entries.some(({ entry }) => entry.type !== 'single-choice'))
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
