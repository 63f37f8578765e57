import { useQuery } from '@tanstack/react-query'
import type { RoundState } from '@thiso/contracts'
import { Card, EmptyState, formatNumber, LinkButton } from '@thiso/kit'
import { whyEmpty } from '../../../lib/board/empty-board'
import { StandingList } from '../../../lib/board/standing-list'
import { StandingRow } from '../../../lib/board/standing-row'
import { useLocalized } from '../../../lib/localized'
import { myStandingQuery } from '../../../lib/queries'
import { useSession } from '../../../lib/session'
import type { BoardSnapshotData, PublicRoundData } from '../../../lib/shapes'
import { useHomeTexts } from '../texts/use-home-texts'

const SHOWN = 5

interface TopBoardProps {
  board: BoardSnapshotData | null
  round: PublicRoundData
  state: RoundState
}

/** The first five, and the visitor's own row wherever it stands. */
export function TopBoard({ board, round, state }: TopBoardProps) {
  const t = useHomeTexts()
  const localized = useLocalized()
  const { account } = useSession()
  const takesPart = account?.role === 'contestant' || account?.role === 'teacher'
  const standing = useQuery({ ...myStandingQuery(round.id), enabled: takesPart, staleTime: 30_000 })
  const mine = standing.data?.mine ?? null
  const rows = board?.rows.slice(0, SHOWN) ?? []
  const { ranking } = round.rules

  return (
    <Card title={t('board.title')} className="home-board">
      {rows.length === 0 ? (
        <EmptyState compact title={t(`board.${whyEmpty(round, state)}`)} />
      ) : (
        <>
          <p className="ts-quiet-text ts-small home-board-of">
            {t('board.of', { round: localized(round.name), count: formatNumber(board?.participantCount ?? 0) })}
          </p>
          <StandingList rows={rows} label={t('board.list')} mineId={mine?.rowId} ranking={ranking} />
          {mine && !rows.some((row) => row.rowId === mine.rowId) && (
            <section className="home-mine" aria-label={t('board.mine')}>
              <StandingRow row={mine} isMine as="div" ranking={ranking} />
            </section>
          )}
          <LinkButton block to={`/bang/${round.id}`}>
            {t('board.all')}
          </LinkButton>
        </>
      )}
    </Card>
  )
}
