import type { RankingCriterion } from '@thiso/contracts/vocab'
import type { ReactNode, Ref } from 'react'
import type { BoardRowData } from '../shapes'
import { StandingRow, type TiePart } from './standing-row'
import './standing.css'

interface StandingListProps {
  rows: readonly BoardRowData[]
  label: string
  mineId?: string | undefined
  moves?: ReadonlyMap<string, number> | undefined
  ranking?: readonly RankingCriterion[] | undefined
  /** Makes every row a way to its reasons; `whyLabel` says so. */
  onWhy?: ((row: BoardRowData) => void) | undefined
  whyLabel?: ((row: BoardRowData) => string) | undefined
  /** A line more about each. */
  detailOf?: ((row: BoardRowData) => ReactNode) | undefined
  ref?: Ref<HTMLOListElement>
}

function tiePart(rows: readonly BoardRowData[], index: number): TiePart {
  const rank = rows[index]!.rank
  const above = rows[index - 1]?.rank === rank
  const below = rows[index + 1]?.rank === rank
  if (above) return below ? 'middle' : 'last'
  return below ? 'first' : 'none'
}

/** Places in order; people who share one stand inside one bracket. */
export function StandingList({
  rows,
  label,
  mineId,
  moves,
  ranking,
  onWhy,
  whyLabel,
  detailOf,
  ref,
}: StandingListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is a list
    <ol className="standings" role="list" aria-label={label} ref={ref}>
      {rows.map((row, index) => (
        <StandingRow
          key={row.rowId}
          row={row}
          isMine={row.rowId === mineId}
          tie={tiePart(rows, index)}
          move={moves?.get(row.rowId)}
          ranking={ranking}
          onWhy={onWhy && (() => onWhy(row))}
          whyLabel={whyLabel?.(row)}
          detail={detailOf?.(row)}
        />
      ))}
    </ol>
  )
}
