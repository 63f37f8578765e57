import type { RankingCriterion } from '@thiso/contracts/vocab'
import { classes, formatClock, formatDateTime, formatDuration, formatNumber } from '@thiso/kit'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { ReactNode } from 'react'
import type { BoardRowData } from '../shapes'
import { useLibTexts } from '../texts/use-lib-texts'

/** Where a row stands among those it shares its place with; drawn as a bracket. */
export type TiePart = 'none' | 'first' | 'middle' | 'last'

interface StandingRowProps {
  row: BoardRowData
  isMine?: boolean
  tie?: TiePart
  /** Places won (above 0) or lost since the last change; shown only while it is news. */
  move?: number | undefined
  /** By what the board goes; the values that decide are the ones shown. Points and time where nobody says. */
  ranking?: readonly RankingCriterion[] | undefined
  /** Opens the reasons for the place; the name becomes the button, the whole row its surface. */
  onWhy?: (() => void) | undefined
  whyLabel?: string | undefined
  /** A line below the unit. */
  detail?: ReactNode
  /** Another element than a list item, for a row that stands alone. */
  as?: 'li' | 'div'
}

export function StandingRow({
  row,
  isMine,
  tie = 'none',
  move = 0,
  ranking,
  onWhy,
  whyLabel,
  detail,
  as: Tag = 'li',
}: StandingRowProps) {
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
          {onWhy ? (
            <button type="button" className="standing-why" title={whyLabel} onClick={onWhy}>
              {row.name}
            </button>
          ) : (
            row.name
          )}
          {isMine && <span className="standing-you">{t('board.you')}</span>}
        </span>
        <span className="standing-unit">{row.unitName}</span>
        {detail && <span className="standing-unit">{detail}</span>}
      </span>
      <StandingScore row={row} ranking={ranking} />
    </Tag>
  )
}

/** What counts first in large, and below it what tells equals apart. */
function StandingScore({ row, ranking }: Pick<StandingRowProps, 'row' | 'ranking'>) {
  const t = useLibTexts()
  const names = ranking?.map(({ by }) => by) ?? ['points', 'time-used']
  const isByRight = names.includes('right-items') && !names.slice(0, names.indexOf('right-items')).includes('points')
  const points = { value: formatNumber(row.points), word: t('board.points') }
  const right = { value: formatNumber(row.rightCount), word: t('board.right') }
  const main = isByRight ? right : points
  const second = isByRight && names.includes('points') ? points : names.includes('right-items') ? right : null
  const isByTime = names.includes('time-used') || !names.includes('submitted-at')
  return (
    <span className="standing-score">
      <span className="standing-points">
        {main.value} <span className="standing-word">{main.word}</span>
      </span>
      {second && second !== main && (
        <span className="standing-time">
          {second.value} {second.word}
        </span>
      )}
      {row.predictionError !== undefined && (
        <span className="standing-time">
          {row.predictionError === null
            ? t('board.noPrediction')
            : t('board.error', { value: formatNumber(row.predictionError) })}
        </span>
      )}
      {row.isTied && row.drawOrder !== undefined && (
        <span className="standing-time">{t('board.drawn', { place: formatNumber(row.drawOrder) })}</span>
      )}
      {isByTime ? (
        <span className="standing-time">
          <span className="ts-hidden">, {t('board.timeUsed', { time: formatDuration(row.timeUsedS * 1000) })}</span>
          <span className="standing-time-long" aria-hidden="true">
            {formatDuration(row.timeUsedS * 1000)}
          </span>
          <span className="standing-time-short" aria-hidden="true">
            {formatClock(row.timeUsedS)}
          </span>
        </span>
      ) : (
        <span className="standing-time">{formatDateTime(row.submittedAt, true)}</span>
      )}
    </span>
  )
}
