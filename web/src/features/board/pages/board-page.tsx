import { useQuery } from '@tanstack/react-query'
import { DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { Banner, ErrorState, formatDateTime, formatNumber, Page, Skeleton, Tabs } from '@thiso/kit'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { roundQuery } from '../../../lib/queries'
import { useRoundStates } from '../../../lib/round-state'
import { useSession } from '../../../lib/session'
import type { BoardRowData, PublicContestData, PublicRoundData } from '../../../lib/shapes'
import { FinalNote } from '../components/final-note'
import { LinkState } from '../components/link-state'
import { MyBar } from '../components/my-bar'
import { PeopleTab } from '../components/people-tab'
import { UnitsTab } from '../components/units-tab'
import { RankingLine } from '../components/ranking-line'
import { type WhyAt, WhyDialog } from '../components/why-dialog'
import { useFrozen } from '../hooks/use-frozen'
import { useLiveBoard } from '../hooks/use-live-board'
import { useMyStanding } from '../hooks/use-my-standing'
import { usePacedBoard } from '../hooks/use-paced-board'
import { useBoardTexts } from '../texts/use-board-texts'
import './board.css'

type View = 'people' | 'units'
const none: readonly PublicRoundData[] = []
const noTables: PublicContestData['rules']['tables'] = []

export default function BoardPage() {
  const { roundId = '' } = useParams()
  const t = useBoardTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const { account, isLoading } = useSession()
  const [view, setView] = useState<View>('people')
  const [why, setWhy] = useState<WhyAt | null>(null)

  const info = useQuery(roundQuery(roundId))
  const round = info.data?.round
  const [state] = useRoundStates(info.data ? [info.data.round] : none)
  const { board, link, updatedAt } = useLiveBoard(roundId)
  const takesPart = account?.role === 'contestant' || account?.role === 'teacher'
  const standing = useMyStanding(roundId, board.data?.version, takesPart)
  const placed = standing.data?.mine ?? null
  const { shown, moves } = usePacedBoard(board.data, placed?.rowId)
  // The top of the board is fresher than the answer about oneself.
  const mine = (placed && shown?.rows.find((row) => row.rowId === placed.rowId)) ?? placed
  const neighbours = standing.data?.neighbours ?? []
  const isClosed = state === 'closed'

  const ranking = round?.rules.ranking ?? DEFAULT_ROUND_RULES.ranking
  const isFrozen = useFrozen(shown?.frozenAt)
  const final = shown?.final ?? null
  const tables = info.data?.contest.rules.tables ?? noTables
  const isProvisional = isClosed && shown !== undefined && !final && !isFrozen && shown.rows.length > 0

  const tableNameOf = (code: string) => {
    const name = tables.find((each) => each.code === code)?.name
    return name ? localized(name) : code
  }

  const explain = (row: BoardRowData) => {
    const known = new Map([...neighbours, ...(shown?.rows ?? [])].map((row) => [row.rowId, row]))
    setWhy({ row, isMine: row.rowId === mine?.rowId, rows: [...known.values()], isFinal: final !== null })
  }

  return (
    <Page
      className="board"
      title={t('title')}
      tabTitle={round ? t('tabTitle', { round: localized(round.name) }) : t('title')}
      lead={
        round && (
          <>
            {localized(round.name)}.{' '}
            <Link className="board-round" to={`/dot/${roundId}`}>
              {t('toRound')}
            </Link>
            {info.data?.contest.rules.total && (
              <>
                {' · '}
                <Link className="board-round" to={`/cuoc-thi/${info.data.contest.id}/tong`}>
                  {t('toTotal')}
                </Link>
              </>
            )}
          </>
        )
      }
    >
      {shown && (
        <div className="board-status">
          <span className="ts-number">
            {t(final ? 'official.count' : 'count', { count: formatNumber(shown.participantCount) })}
          </span>
          <LinkState
            link={link}
            isClosed={isClosed}
            isFrozen={isFrozen}
            isOfficial={final !== null}
            updatedAt={updatedAt}
          />
        </div>
      )}
      {shown?.frozenAt && isFrozen && (
        <Banner
          tone="frozen"
          live="polite"
          className="board-frozen"
          title={t('frozen.title', { at: formatDateTime(shown.frozenAt) })}
        >
          {t('frozen.text')}
        </Banner>
      )}
      {final && <FinalNote drawPath={`/dot/${roundId}/boc-tham`} final={final} />}
      {isProvisional && (
        <Banner live="polite" className="board-provisional" title={t('provisional.title')}>
          {t('provisional.text')}
        </Banner>
      )}
      <Tabs<View>
        label={t('tabs.label')}
        value={view}
        onChange={setView}
        tabs={[
          { id: 'people', label: t('tabs.people') },
          { id: 'units', label: t('tabs.units') },
        ]}
      >
        {view === 'units' && (
          <UnitsTab roundId={roundId} myUnitId={standing.data?.unit?.unitId} finalNumber={final?.number} />
        )}
        {view === 'people' && round && shown && (
          <>
            <RankingLine ranking={ranking} hasRows={shown.rows.length > 0} isFinal={final !== null} />
            {shown.frozenAt && !isFrozen && !round.pausedAt && (
              <p className="board-ranking">{t('frozen.ahead', { at: formatDateTime(shown.frozenAt) })}</p>
            )}
          </>
        )}
        {view === 'people' && shown && (
          <PeopleTab
            board={shown}
            moves={moves}
            round={round}
            tableNameOf={tableNameOf}
            state={state}
            mine={mine}
            neighbours={neighbours}
            ranking={ranking}
            onWhy={explain}
          />
        )}
        {view === 'people' && !shown && board.isError && (
          <ErrorState title={t('error')} busy={board.isFetching} onRetry={() => void board.refetch()}>
            {sentence(board.error)}
          </ErrorState>
        )}
        {view === 'people' && !shown && !board.isError && <Skeleton height={480} />}
      </Tabs>
      {shown && !isLoading && (!account || takesPart) && (!takesPart || standing.data) && (
        <MyBar
          roundId={roundId}
          mine={mine}
          isSignedIn={takesPart}
          isFrozen={isFrozen}
          unrankedReason={standing.data?.unrankedReason ?? null}
          tableName={mine?.table && tables.length > 1 ? tableNameOf(mine.table) : undefined}
          ranking={ranking}
          move={mine ? moves.get(mine.rowId) : undefined}
          onWhy={() => mine && explain(mine)}
        />
      )}
      <WhyDialog at={why} ranking={ranking} onClose={() => setWhy(null)} />
    </Page>
  )
}
