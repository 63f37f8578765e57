import type { Grading, ItemKey, ItemType } from '@thiso/contracts/vocab'
import type { FormPlace, PaperForm } from './make-forms.js'
import { type Numbered, partsOf, romanOf } from './paper-parts.js'
import { pointsText } from './paper-texts.js'
import { printedKey, writtenNumber } from './printed-key.js'

export interface KeyedItem {
  key: ItemKey
  /** Of a number. */
  unit: string
  points: number
}

export interface KeyCell {
  itemVersionId: string
  text: string
  points: number
}

/** The keys of a part: a row for each number, a cell for each code. */
export interface KeyTable {
  part: Numbered<unknown>['part']
  ordinal: number
  rows: { number: number; cells: KeyCell[] }[]
  /** Do all items of the part, or at least those at one number in all codes, give the same points? Otherwise each cell names its own. */
  pointsBy: 'part' | 'number' | 'cell'
}

/** PP-6: the keys of all codes, part by part, in the letters of each code. @param items by item version */
export function keyTables(forms: readonly PaperForm[], items: ReadonlyMap<string, KeyedItem>): KeyTable[] {
  const keyed = forms.map(({ places }) =>
    partsOf(
      places.map((place) => {
        const item = items.get(place.itemVersionId)
        if (!item) throw new Error(`no key for ${place.itemVersionId}`)
        return { place, item, type: item.key.type }
      }),
    ),
  )
  return (keyed[0] ?? []).map(({ part, ordinal, entries }, partIndex) => {
    const rows = entries.map(({ number }, index) => ({
      number,
      cells: keyed.map((parts) => cellOf((parts[partIndex] as Numbered<Keyed>).entries[index]?.entry as Keyed)),
    }))
    const isOne = (cells: readonly KeyCell[]) => new Set(cells.map(({ points }) => points)).size === 1
    const pointsBy = isOne(rows.flatMap(({ cells }) => cells))
      ? 'part'
      : rows.every(({ cells }) => isOne(cells))
        ? 'number'
        : 'cell'
    return { part, ordinal, rows, pointsBy }
  })
}

interface Keyed {
  place: FormPlace
  item: KeyedItem
  type: ItemType
}

function cellOf({ place, item }: Keyed): KeyCell {
  return { itemVersionId: place.itemVersionId, text: printedKey(item.key, place, item.unit), points: item.points }
}

/** How items of several parts are marked; the words of what `gradeResponse` of the item bank computes (SC-4). */
const MARKINGS: Partial<Record<ItemType, Partial<Record<Grading, string>>>> = {
  'multiple-choice': {
    'all-or-nothing': 'Câu chọn nhiều phương án: chọn đúng và đủ mới có điểm.',
    partial:
      'Câu chọn nhiều phương án: lấy tỉ lệ phương án đúng được chọn trừ đi tỉ lệ phương án sai được chọn, nhân với điểm của câu; không có điểm âm.',
  },
  'true-false-group': {
    stepped: 'Câu đúng sai bốn ý: đúng 1 ý được 10%, 2 ý được 25%, 3 ý được 50%, cả 4 ý được 100% số điểm của câu.',
    partial: 'Câu đúng sai nhiều ý: điểm chia đều cho các ý đúng.',
    'all-or-nothing': 'Câu đúng sai nhiều ý: đúng tất cả các ý mới có điểm.',
  },
  ordering: {
    'all-or-nothing': 'Câu sắp thứ tự: đúng cả thứ tự mới có điểm.',
    partial:
      'Câu sắp thứ tự: điểm theo tỉ lệ cặp ý đứng đúng thứ tự: 2 × (số cặp đúng ÷ tổng số cặp) − 1, nhân với điểm của câu; không có điểm âm.',
  },
  matching: {
    partial: 'Câu ghép đôi: điểm chia đều cho các cặp ghép đúng.',
    'all-or-nothing': 'Câu ghép đôi: đúng tất cả các cặp mới có điểm.',
  },
}

/** How one item is marked; '' for what is right or wrong. */
export function markingOf(key: ItemKey): string {
  return ('grading' in key && MARKINGS[key.type]?.[key.grading]) || ''
}

/** The markings that a paper needs, each once, in the order of its parts. */
export function markingsOf(forms: readonly PaperForm[], items: ReadonlyMap<string, KeyedItem>): string[] {
  const [first] = forms
  const keys = (first?.places ?? []).flatMap(({ itemVersionId }) => items.get(itemVersionId)?.key ?? [])
  return [...new Set(keys.map(markingOf))].filter((text) => text !== '')
}

/** A key as it stands in a table: with its points where no row or table can name them. */
export function cellText(table: KeyTable, cell: KeyCell): string {
  return table.pointsBy === 'cell' ? `${cell.text} (${writtenNumber(cell.points)}\u00a0đ)` : cell.text
}

/** "PHẦN I" and what its items give; a paper of one part needs no name for it. */
export function tableTitle(
  { ordinal, rows, pointsBy }: KeyTable,
  tableCount: number,
): { name: string; points: string } {
  const points = rows[0]?.cells[0]?.points ?? 0
  return {
    name: tableCount > 1 ? `PHẦN\u00a0${romanOf(ordinal)}` : '',
    points:
      pointsBy === 'part'
        ? `(mỗi câu ${pointsText(points)})`
        : pointsBy === 'cell'
          ? '(điểm của câu ghi trong ngoặc)'
          : '',
  }
}

/** What stands in a table before the codes, row by row: the number and, where it belongs to the row, the points. */
export function leadingCells({ rows, pointsBy }: KeyTable): { headers: string[]; rows: string[][] } {
  const hasPoints = pointsBy === 'number'
  return {
    headers: hasPoints ? ['Câu', 'Điểm'] : ['Câu'],
    rows: rows.map(({ number, cells }) =>
      hasPoints ? [String(number), writtenNumber(cells[0]?.points ?? 0)] : [String(number)],
    ),
  }
}
