import type { CognitiveLevel, ItemType, Locale, Topic } from '../vocab/index.js'
import { WORDS } from '../rule-words/words.js'
import type { Problem } from './problem.js'

/** A cell of a blueprint that the banks cannot fill. */
export interface LackingCell {
  topic: Topic
  level: CognitiveLevel
  type: ItemType | null
  count: number
  usableCount: number
  missingCount: number
}

const LEVELS: Record<CognitiveLevel, Record<Locale, string>> = {
  recall: { vi: 'nhận biết', en: 'recall' },
  understand: { vi: 'thông hiểu', en: 'understand' },
  apply: { vi: 'vận dụng', en: 'apply' },
  'apply-high': { vi: 'vận dụng cao', en: 'apply, higher' },
}
const TYPES: Record<ItemType, Record<Locale, string>> = {
  'single-choice': { vi: 'một lựa chọn', en: 'single choice' },
  'multiple-choice': { vi: 'nhiều lựa chọn', en: 'multiple choice' },
  'true-false': { vi: 'đúng/sai', en: 'true or false' },
  'true-false-group': { vi: 'nhóm đúng/sai', en: 'group of true or false' },
  'short-text': { vi: 'trả lời ngắn', en: 'short answer' },
  number: { vi: 'điền số', en: 'number' },
  ordering: { vi: 'sắp xếp', en: 'ordering' },
  matching: { vi: 'ghép đôi', en: 'matching' },
}

type Place = Pick<LackingCell, 'topic' | 'level' | 'type'>

const placeWords = ({ topic, level, type }: Place, locale: Locale) =>
  [WORDS[locale].topics[topic], LEVELS[level][locale], ...(type === null ? [] : [TYPES[type][locale]])].join(', ')

/** EX-1, EX-2: which cells have too little for the limits of the draw, of a day pool where there are several. */
export function lackingFields(
  blueprint: readonly { topic: Topic; level: CognitiveLevel; type?: ItemType | null; points?: number }[],
  lacking: readonly (Place & { points: number; availableCount: number; neededCount: number })[],
): NonNullable<Problem['fields']> {
  return lacking.map((cell) => {
    const index = blueprint.findIndex(
      ({ topic, level, type = null, points = 1 }) =>
        topic === cell.topic && level === cell.level && type === cell.type && points === cell.points,
    )
    return {
      path: `blueprint.${Math.max(0, index)}`,
      code: 'cell_missing',
      messages: {
        vi: `Ô ${placeWords(cell, 'vi')}: có ${cell.availableCount} câu, cần ${cell.neededCount}.`,
        en: `The cell ${placeWords(cell, 'en')}: ${cell.availableCount} items, ${cell.neededCount} needed.`,
      },
    }
  })
}

/** BP-2: which cells lack how many items, in the form that fields of a request are complained about. @param cells of the whole blueprint */
export function missingCellFields(cells: readonly LackingCell[]): NonNullable<Problem['fields']> {
  return cells.flatMap(({ topic, level, type, count, usableCount, missingCount }, index) => {
    if (missingCount === 0) return []
    const place = (locale: Locale) => placeWords({ topic, level, type }, locale)
    return [
      {
        path: `blueprint.${index}`,
        code: 'cell_missing',
        messages: {
          vi: `Thiếu ${missingCount} câu ở ô ${place('vi')}: cần ${count}, dùng được ${usableCount}.`,
          en: `${missingCount} missing in the cell ${place('en')}: ${count} asked for, ${usableCount} usable.`,
        },
      },
    ]
  })
}
