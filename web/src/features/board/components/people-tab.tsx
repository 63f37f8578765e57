import type { RoundState } from '@thiso/contracts'
import type { RankingCriterion } from '@thiso/contracts/vocab'
import { Button, EmptyState, formatDateTime, formatNumber, Select } from '@thiso/kit'
import { useRef, useState } from 'react'
import { whyEmpty } from '../../../lib/board/empty-board'
import { StandingList } from '../../../lib/board/standing-list'
import type { BoardRowData, BoardSnapshotData, PublicRoundData } from '../../../lib/shapes'
import { useGlidingRows } from '../hooks/use-gliding-rows'
import { useBoardTexts } from '../texts/use-board-texts'

const FIRST_SHOWN = 20

interface PeopleTabProps {
  board: BoardSnapshotData
  moves: ReadonlyMap<string, number>
  round: PublicRoundData | undefined
  tableNameOf: (code: string) => string
  state: RoundState | undefined
  mine: BoardRowData | null
  neighbours: readonly BoardRowData[]
  ranking: readonly RankingCriterion[]
  onWhy: (row: BoardRowData) => void
}

export function PeopleTab({
  board,
  moves,
  round,
  tableNameOf,
  state,
  mine,
  neighbours,
  ranking,
  onWhy,
}: PeopleTabProps) {
  const t = useBoardTexts()
  const list = useRef<HTMLOListElement>(null)
  const [isWhole, setIsWhole] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  useGlidingRows(list, board)
  const whyLabel = ({ name, rank }: BoardRowData) => t('why.open', { name, rank })

  if (board.rows.length === 0) {
    const why = round && !board.final ? whyEmpty(round, state) : 'nobody'
    if (why === 'publish') return <EmptyState title={t('hiddenPublish')}>{t('hiddenPublishText')}</EmptyState>
    if (!round || why === 'nobody') return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
    const at = formatDateTime(round.closesAt)
    return (
      <EmptyState title={t('hidden')}>{t(why === 'prediction' ? 'hiddenPrediction' : 'hiddenText', { at })}</EmptyState>
    )
  }

  const ranked = board.tables ?? []
  // A choice that a later version has no people for gives way to the own table.
  const table = [chosen, mine?.table].find((code) => ranked.some((each) => each.code === code)) ?? ranked[0]?.code
  const all = board.rows.filter((row) => row.table === table)
  const rows = isWhole ? all : all.slice(0, FIRST_SHOWN)
  const isAmongShown = mine !== null && rows.some((row) => row.rowId === mine.rowId)
  return (
    <>
      {ranked.length > 1 && (
        <Select
          label={t('table.label')}
          className="board-table"
          value={table ?? ''}
          onChange={setChosen}
          options={ranked.map(({ code, rankedCount }) => ({
            value: code,
            label: t('table.option', { name: tableNameOf(code), count: formatNumber(rankedCount) }),
          }))}
        />
      )}
      <div className="board-card">
        <StandingList
          ref={list}
          rows={rows}
          label={t('list')}
          mineId={mine?.rowId}
          moves={moves}
          ranking={ranking}
          onWhy={onWhy}
          whyLabel={whyLabel}
        />
      </div>
      {rows.length < all.length && (
        <Button block className="board-more" onClick={() => setIsWhole(true)}>
          {t('more', { count: formatNumber(all.length) })}
        </Button>
      )}
      {mine && mine.table === table && !isAmongShown && neighbours.length > 0 && (
        <section className="board-around">
          <h2>{t('around')}</h2>
          <div className="board-card">
            <StandingList
              rows={neighbours}
              label={t('around')}
              mineId={mine.rowId}
              ranking={ranking}
              onWhy={onWhy}
              whyLabel={whyLabel}
            />
          </div>
        </section>
      )}
    </>
  )
}
