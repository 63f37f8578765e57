import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Badge, type Column, formatNumber, Table } from '@thiso/kit'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { itemsPath, type ItemFilter } from '../../../lib/item-bank/item-filter'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useBanksText } from '../hooks/use-banks-text'
import { type MatrixCell, missingOf } from '../matrix'

interface MatrixTableProps {
  cells: readonly MatrixCell[] | undefined
  isPending: boolean
  error: string | undefined
  target: number
  /** What the numbers' lists are narrowed to besides topic and level. */
  filter: ItemFilter
  onRetry: () => void
}

/** Topic × level: what can be drawn, what waits, and why the rest cannot. */
export function MatrixTable({ cells, isPending, error, target, filter, onRetry }: MatrixTableProps) {
  const t = useBanksText()
  const common = useCommon()
  const cellAt = (topic: Topic, level: CognitiveLevel) =>
    cells?.find((cell) => cell.topic === topic && cell.level === level)
  const columns: Column<Topic>[] = [
    { id: 'topic', header: t('matrix.topic'), rowHeader: true, cell: (topic) => common(`topic.${topic}`) },
    ...COGNITIVE_LEVELS.map(
      (level): Column<Topic> => ({
        id: level,
        header: common(`level.${level}`),
        width: '20%',
        cell: (topic) => {
          const cell = cellAt(topic, level)
          return cell ? <Cell cell={cell} target={target} filter={{ ...filter, topic, level }} /> : '–'
        },
      }),
    ),
  ]
  return (
    <Table
      caption={t('matrix.caption')}
      hideCaption
      columns={columns}
      rows={cells ? TOPICS : undefined}
      rowKey={(topic) => topic}
      loading={isPending}
      expect={TOPICS.length}
      error={error}
      onRetry={onRetry}
    />
  )
}

function Cell({ cell, target, filter }: { cell: MatrixCell; target: number; filter: ItemFilter }) {
  const t = useBanksText()
  const words = useBankWords()
  const [gap] = missingOf([cell], target)
  const line = (count: number, word: 'inReview' | 'draft', to: string) =>
    count > 0 && (
      <Link to={to} className="ts-small">
        {t(`matrix.${word}`, { count, formatted: formatNumber(count) })}
      </Link>
    )
  return (
    <div className="banks-cell">
      {cell.usableCount > 0 ? (
        <Link to={itemsPath({ ...filter, state: 'approved' })} className="banks-usable ts-number">
          {formatNumber(cell.usableCount)}
          <span className="ts-hidden"> {t('matrix.usable')}</span>
        </Link>
      ) : (
        <span className="banks-usable ts-number">
          0<span className="ts-hidden"> {t('matrix.usable')}</span>
        </span>
      )}
      {gap && <Badge tone="bad">{t('matrix.missing', { count: gap.count, formatted: formatNumber(gap.count) })}</Badge>}
      {line(cell.inReviewCount, 'inReview', itemsPath({ ...filter, state: 'in_review' }))}
      {line(cell.draftCount, 'draft', itemsPath({ ...filter, state: 'draft' }))}
      {cell.excluded.map(({ reason, name, count }) => (
        <span key={`${reason} ${name}`} className="ts-small banks-excluded">
          {t('matrix.excluded', {
            count,
            formatted: formatNumber(count),
            why: [words(`reason.${reason}`), name].filter(Boolean).join(': '),
          })}
        </span>
      ))}
    </div>
  )
}
