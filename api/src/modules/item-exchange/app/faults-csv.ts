import { itemProblemText } from '@thiso/contracts'
import { ITEM_PROBLEMS, type ItemProblem, plainText } from '@thiso/contracts/vocab'
import { csvLine, UTF8_MARK } from '../../../kernel/csv.js'
import type { Duplicate } from '../infra/import.entities.js'

type Locale = 'vi' | 'en'

const HEADERS = {
  vi: ['Vị trí', 'Loại', 'Vấn đề', 'Câu dẫn'],
  en: ['Place', 'Kind', 'Problem', 'Stem'],
}
const WEIGHTS = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Lưu ý', en: 'Notice' },
}

/** What is wrong with the rows of an import, one line a problem, for people who correct the file where it came from. */
export const faultsCsv = {
  header: (locale: Locale) => UTF8_MARK + csvLine(HEADERS[locale]),

  lines(
    row: { place: string; stem: string; problems: readonly ItemProblem[]; duplicates: readonly Duplicate[] },
    locale: Locale,
  ): string {
    const near = row.duplicates.map(({ label }): ItemProblem => ({ code: 'near_duplicate', detail: label }))
    return [...row.problems, ...near]
      .map((problem) =>
        csvLine([
          row.place,
          WEIGHTS[ITEM_PROBLEMS[problem.code]][locale],
          itemProblemText(problem)[locale],
          plainText(row.stem),
        ]),
      )
      .join('')
  },
}
