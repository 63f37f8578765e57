import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, formatNumber, Page, Select, Skeleton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { StandingList } from '../../../lib/board/standing-list'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import type { BoardRowData } from '../../../lib/shapes'
import { FinalNote } from '../components/final-note'
import { RankingLine } from '../components/ranking-line'
import { useBoardTexts } from '../texts/use-board-texts'
import './board.css'

/** RS-13: the published total of a contest, with what each round brought. */
export default function TotalPage() {
  const { contestId = '' } = useParams()
  const t = useBoardTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const [chosen, setChosen] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['public-total', contestId],
    queryFn: ({ signal }) => call('publicTotal', { params: { contestId }, signal }),
  })
  const found = query.data
  const final = found?.final
  const total = found?.contest.rules.total
  const tables = found?.tables ?? []
  const table = tables.find(({ code }) => code === chosen)?.code ?? tables[0]?.code
  const rows = found?.rows.filter((row) => row.table === table) ?? []
  const nameOfTable = (code: string) =>
    localized(found?.contest.rules.tables.find((each) => each.code === code)?.name ?? { vi: code, en: code })
  const partsOf = ({ rowId }: BoardRowData) => {
    const points = rows.find((row) => row.rowId === rowId)?.roundPoints ?? []
    return (found?.rounds ?? [])
      .map(({ name }, index) => {
        const own = points[index] ?? null
        const round = { name: localized(name) }
        return own === null ? t('total.noPoints', round) : t('total.points', { ...round, points: formatNumber(own) })
      })
      .join(' · ')
  }
  return (
    <Page
      className="board"
      title={t('total.title')}
      tabTitle={found ? t('total.tabTitle', { name: localized(found.contest.title) }) : t('total.title')}
      lead={
        found && (
          <>
            {localized(found.contest.title)}.{' '}
            <Link className="board-round" to={`/the-le/${contestId}`}>
              {t('total.toRulebook')}
            </Link>
          </>
        )
      }
    >
      {query.isPending && <Skeleton height={480} />}
      {query.isError && !found && (
        <ErrorState title={t('error')} busy={query.isFetching} onRetry={() => void query.refetch()}>
          {sentence(query.error)}
        </ErrorState>
      )}
      {found && !final && (
        <EmptyState title={t(total ? 'total.empty' : 'total.none')}>
          {t(total ? 'total.emptyText' : 'total.noneText')}
        </EmptyState>
      )}
      {found && final && (
        <>
          <p className="board-status ts-number">{t('total.count', { count: formatNumber(found.participantCount) })}</p>
          <FinalNote drawPath={`/cuoc-thi/${contestId}/boc-tham`} final={final} />
          <p className="board-ranking">
            {t('total.adds', {
              rounds: found.rounds
                .map(({ name, number }) => t('total.round', { name: localized(name), number }))
                .join(', '),
            })}
            {total && total.bestRounds !== null && ` ${t('total.best', { count: total.bestRounds })}`}
          </p>
          {total && <RankingLine ranking={total.ranking} hasRows={false} isFinal />}
          {tables.length > 1 && (
            <Select
              label={t('table.label')}
              className="board-table"
              value={table ?? ''}
              onChange={setChosen}
              options={tables.map(({ code, rankedCount }) => ({
                value: code,
                label: t('table.option', { name: nameOfTable(code), count: formatNumber(rankedCount) }),
              }))}
            />
          )}
          <div className="board-card">
            <StandingList rows={rows} label={t('list')} ranking={total?.ranking} detailOf={partsOf} />
          </div>
        </>
      )}
    </Page>
  )
}
