import { useQuery } from '@tanstack/react-query'
import { ErrorState, formatNumber, Page, Skeleton, Tabs } from '@thiso/kit'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { roundQuery } from '../../../lib/queries'
import { useRoundStates } from '../../../lib/round-state'
import { useSession } from '../../../lib/session'
import type { BoardRowData, PublicRoundData } from '../../../lib/shapes'
import { LinkState } from '../components/link-state'
import { MyBar } from '../components/my-bar'
import { PeopleTab } from '../components/people-tab'
import { UnitsTab } from '../components/units-tab'
import { WhyDialog } from '../components/why-dialog'
import { useLiveBoard } from '../hooks/use-live-board'
import { useMyStanding } from '../hooks/use-my-standing'
import { usePacedBoard } from '../hooks/use-paced-board'
import { useBoardTexts } from '../texts/use-board-texts'
import './board.css'

type View = 'people' | 'units'
const none: readonly PublicRoundData[] = []

export default function BoardPage() {
  const { roundId = '' } = useParams()
  const t = useBoardTexts()
  const localized = useLocalized()
  const sentence = useProblemText()
  const { account, isLoading } = useSession()
  const [view, setView] = useState<View>('people')
  const [why, setWhy] = useState<{ mine: BoardRowData; rows: readonly BoardRowData[] } | null>(null)

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

  const explain = () => {
    if (!mine) return
    const known = new Map([...neighbours, ...(shown?.rows ?? [])].map((row) => [row.rowId, row]))
    setWhy({ mine, rows: [...known.values()] })
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
          </>
        )
      }
    >
      {shown && (
        <div className="board-status">
          <span className="ts-number">{t('count', { count: formatNumber(shown.participantCount) })}</span>
          <LinkState link={link} isClosed={isClosed} updatedAt={updatedAt} />
        </div>
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
        {view === 'units' && <UnitsTab roundId={roundId} myUnitId={standing.data?.unit?.unitId} />}
        {view === 'people' && shown && (
          <PeopleTab
            board={shown}
            moves={moves}
            round={round}
            isClosed={isClosed}
            mine={mine}
            neighbours={neighbours}
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
          move={mine ? moves.get(mine.rowId) : undefined}
          onWhy={explain}
        />
      )}
      <WhyDialog at={why} onClose={() => setWhy(null)} />
    </Page>
  )
}
