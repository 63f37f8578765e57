import { type CognitiveLevel, fold, type Grading, type ItemType, type Topic } from '@thiso/contracts/vocab'

/** Names of types, topics, levels and gradings as people write them in sheets and documents; the first two are what we write. */

type Names<T extends string> = Record<T, readonly [vi: string, en: string, ...others: string[]]>

const TYPES: Names<ItemType> = {
  'single-choice': [
    'Một lựa chọn',
    'Single choice',
    'Một đáp án',
    'Chọn một',
    'Trắc nghiệm',
    'TN',
    'Trắc nghiệm một đáp án',
    'MCQ',
    'Multiple choice single answer',
  ],
  'multiple-choice': [
    'Nhiều lựa chọn',
    'Multiple choice',
    'Nhiều đáp án',
    'Chọn nhiều',
    'Trắc nghiệm nhiều đáp án',
    'Multiple answers',
    'Multiple response',
    'Checkbox',
  ],
  'true-false': ['Đúng – sai', 'True or false', 'Đúng sai', 'Đúng/sai', 'Đ/S', 'True/false', 'Nhận định đúng sai'],
  'true-false-group': [
    'Nhóm ý đúng – sai',
    'Group of true-false statements',
    'Nhóm đúng sai',
    'Đúng sai nhiều ý',
    'Trắc nghiệm đúng sai',
  ],
  'short-text': [
    'Trả lời ngắn',
    'Short answer',
    'Điền từ',
    'Điền khuyết',
    'Điền vào chỗ trống',
    'Tự luận ngắn',
    'Short text',
    'Fill in the blank',
  ],
  number: ['Điền số', 'Number', 'Trả lời bằng số', 'Số', 'Numeric', 'Numerical'],
  ordering: ['Sắp thứ tự', 'Ordering', 'Sắp xếp', 'Sắp xếp thứ tự', 'Thứ tự', 'Order', 'Sequence'],
  matching: ['Ghép đôi', 'Matching', 'Nối', 'Ghép nối', 'Nối cột', 'Ghép cặp', 'Match'],
}

const TOPICS: Names<Topic> = {
  concepts: ['Khái niệm', 'Concepts', 'Khái niệm chuyển đổi số', 'Kiến thức chung'],
  'national-policy': [
    'Chính sách quốc gia',
    'National policy',
    'Chủ trương, chính sách quốc gia',
    'Chính sách',
    'Chủ trương chính sách',
  ],
  'digital-government': ['Chính quyền số', 'Digital government', 'Chính phủ số', 'Chính quyền điện tử', 'Dịch vụ công'],
  'digital-economy': ['Kinh tế số', 'Digital economy'],
  'digital-society': ['Xã hội số', 'Digital society'],
  'cyber-safety': [
    'An toàn mạng',
    'Cyber safety',
    'An toàn thông tin',
    'An toàn trên mạng',
    'An ninh mạng',
    'An toàn, an ninh mạng',
  ],
  'quang-nam': ['Quảng Nam', 'Quang Nam', 'Chuyển đổi số Quảng Nam', 'Tỉnh Quảng Nam'],
  'youth-union': ['Đoàn thanh niên', 'Youth Union', 'Đoàn', 'Đoàn TNCS Hồ Chí Minh', 'Công tác Đoàn'],
}

const LEVELS: Names<CognitiveLevel> = {
  recall: [
    'Nhận biết',
    'Recall',
    'NB',
    'Biết',
    'Nhớ',
    'Mức 1',
    'Mức độ 1',
    'M1',
    'Remember',
    'Remembering',
    'Knowledge',
    'B',
  ],
  understand: [
    'Thông hiểu',
    'Understand',
    'TH',
    'Hiểu',
    'Mức 2',
    'Mức độ 2',
    'M2',
    'Understanding',
    'Comprehension',
    'H',
  ],
  apply: ['Vận dụng', 'Apply', 'VD', 'VDT', 'Vận dụng thấp', 'Mức 3', 'Mức độ 3', 'M3', 'Applying', 'Application', 'V'],
  'apply-high': [
    'Vận dụng cao',
    'Apply high',
    'VDC',
    'Mức 4',
    'Mức độ 4',
    'M4',
    'Advanced',
    'Analysis',
    'Apply (high)',
  ],
}

/** Words for how hard a question is, from which a level can only be guessed. */
const HARDNESS: Record<string, CognitiveLevel> = {
  de: 'recall',
  'rat de': 'recall',
  easy: 'recall',
  'trung binh': 'understand',
  tb: 'understand',
  medium: 'understand',
  kho: 'apply',
  hard: 'apply',
  'rat kho': 'apply-high',
  'very hard': 'apply-high',
}

const GRADING_NAMES: Names<Grading> = {
  'all-or-nothing': ['Đúng hết mới có điểm', 'All right or no points', 'Đúng hết', 'Trọn vẹn', 'All or nothing'],
  partial: ['Tính điểm từng phần', 'Points for the parts that are right', 'Từng phần', 'Partial', 'Theo phần'],
  stepped: [
    'Theo bậc như đề thi tốt nghiệp',
    'In steps, as in the school-leaving exam',
    'Theo bậc',
    'Bậc thang',
    'Stepped',
    'In steps',
  ],
}

type Locale = 'vi' | 'en'
const at = (locale: Locale) => (locale === 'vi' ? 0 : 1)

export const typeName = (type: ItemType, locale: Locale) => TYPES[type][at(locale)]
export const topicName = (topic: Topic, locale: Locale) => TOPICS[topic][at(locale)]
export const levelName = (level: CognitiveLevel, locale: Locale) => LEVELS[level][at(locale)]
export const gradingName = (grading: Grading, locale: Locale) => GRADING_NAMES[grading][at(locale)]

/** Letters and digits only, so that "Đúng/Sai", "đúng - sai" and "Dung sai" are one. */
export function nameKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function reader<T extends string>(names: Names<T>): (text: string) => T | null {
  const byKey = new Map<string, T>()
  for (const [value, all] of Object.entries(names) as [T, readonly string[]][]) {
    byKey.set(nameKey(value), value)
    for (const name of all) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), value)
  }
  return (text) => byKey.get(nameKey(text)) ?? null
}

export const readType = reader(TYPES)
export const readGrading = reader(GRADING_NAMES)
const exactTopic = reader(TOPICS)
const exactLevel = reader(LEVELS)

/** "Chủ đề 3: Kinh tế số" and "3. Kinh tế số" mean the same topic as "Kinh tế số". */
export function readTopic(text: string): Topic | null {
  return exactTopic(text) ?? exactTopic(text.replace(/^\s*(?:chủ\s*đề|topic)?\s*[\dIVX]{1,4}\s*[.:)\-–]\s*/iu, ''))
}

/** @returns the level, and whether it was only guessed from how hard the question is said to be */
export function readLevel(text: string): { level: CognitiveLevel; isGuessed: boolean } | null {
  const level = exactLevel(text)
  if (level) return { level, isGuessed: false }
  const guessed = HARDNESS[nameKey(text)]
  return guessed ? { level: guessed, isGuessed: true } : null
}
