import { child, childrenOf, type XmlElement } from '../safe-xml.js'
import type { Block, Cell } from './line.js'

/** Elements around runs, rows and cells that change nothing; of a tracked change what it puts in counts. */
export const TRANSPARENT = new Set(
  'ins moveTo hyperlink smartTag sdt sdtContent fldSimple customXml dir bdo ruby rubyBase AlternateContent Choice Fallback'.split(
    ' ',
  ),
)

/** Rows and cells may stand within content controls and tracked changes. */
export function tableRows(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((one) => {
    if (one.local === 'tr') return child(child(one, 'trPr'), 'del') ? [] : [one]
    return TRANSPARENT.has(one.local) ? tableRows(one) : []
  })
}

export function tableCells(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((one) =>
    one.local === 'tc' ? [one] : TRANSPARENT.has(one.local) ? tableCells(one) : [],
  )
}

/** Cells that only go on the one above are left out; that one spans their rows. */
export function withRowSpans(
  rows: { isHeader: boolean; columns: number; isBelow: boolean; blocks: Block[] }[][],
): Cell[][] {
  const above = new Map<number, Cell>()
  return rows.map((row) => {
    let column = 0
    return row.flatMap(({ isBelow, ...about }) => {
      const at = column
      column += about.columns
      const upper = above.get(at)
      if (isBelow && upper) {
        upper.rows++
        return []
      }
      const cell: Cell = { ...about, rows: 1 }
      above.set(at, cell)
      return [cell]
    })
  })
}
