import { classes, formatClock, formatDuration, formatNumber } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { BoardRowData } from '../shapes'
import { useLibTexts } from '../texts/use-lib-texts'

/** Where a row stands among those it shares its place with; drawn as a bracket. */
export type TiePart = 'none' | 'first' | 'middle' | 'last'

interface StandingRowProps {
  row: BoardRowData
  isMine?: boolean
  tie?: TiePart
  /** Places won (above 0) or lost since the last change; shown only while it is news. */
  move?: number
  /** Another element than a list item, for a row that stands alone. */
  as?: 'li' | 'div'
}

export function StandingRow({ row, isMine, tie = 'none', move = 0, as: Tag = 'li' }: StandingRowProps) {
  const t = useLibTexts()
  const Arrow = move > 0 ? ArrowUp : ArrowDown
  return (
    <Tag
      className={classes('standing', isMine && 'standing-mine', row.rank <= 3 && 'standing-top')}
      data-row={row.rowId}
      data-tie={tie === 'none' ? undefined : tie}
    >
      <span className="standing-rank">
        <span className="ts-hidden">
          {t(row.isTied ? 'board.rankTiedSaid' : 'board.rankSaid', { rank: row.rank })}.{' '}
        </span>
        <span aria-hidden="true">{formatNumber(row.rank)}</span>
        {move !== 0 && (
          <span className={classes('standing-move', move > 0 ? 'standing-up' : 'standing-down')} aria-hidden="true">
            <Arrow size={12} strokeWidth={2.5} />
            {Math.abs(move)}
          </span>
        )}
      </span>
      <span className="standing-who">
        {(tie === 'first' || (row.isTied && tie === 'none')) && (
          <span className="standing-tied" aria-hidden="true">
            {t('board.tied')}
          </span>
        )}
        <span className="standing-name">
          {row.name}
          {isMine && <span className="standing-you">{t('board.you')}</span>}
        </span>
        <span className="standing-unit">{row.unitName}</span>
      </span>
      <span className="standing-score">
        <span className="standing-points">
          {formatNumber(row.points)} <span className="standing-word">{t('board.points')}</span>
        </span>
        <span className="standing-time">
          <span className="ts-hidden">, {t('board.timeUsed', { time: formatDuration(row.timeUsedS * 1000) })}</span>
          <span className="standing-time-long" aria-hidden="true">
            {formatDuration(row.timeUsedS * 1000)}
          </span>
          <span className="standing-time-short" aria-hidden="true">
            {formatClock(row.timeUsedS)}
          </span>
        </span>
      </span>
    </Tag>
  )
}
