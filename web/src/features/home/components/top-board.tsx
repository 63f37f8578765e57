import { useQuery } from '@tanstack/react-query'
import type { RoundState } from '@thiso/contracts'
import { Badge, Card, EmptyState, formatNumber, LinkButton } from '@thiso/kit'
import { whyEmpty } from '../../../lib/board/empty-board'
import { StandingList } from '../../../lib/board/standing-list'
import { StandingRow } from '../../../lib/board/standing-row'
import { useLocalized } from '../../../lib/localized'
import { myStandingQuery } from '../../../lib/queries'
import { useSession } from '../../../lib/session'
import type { BoardSnapshotData, PublicContestData, PublicRoundData } from '../../../lib/shapes'
import { useHomeTexts } from '../texts/use-home-texts'

const SHOWN = 5

interface TopBoardProps {
  board: BoardSnapshotData | null
  round: PublicRoundData
  tables: PublicContestData['rules']['tables']
  state: RoundState
}

/** The first five, where there are tables those of the visitor's own one, and the visitor's own row wherever it stands. */
export function TopBoard({ board, round, tables, state }: TopBoardProps) {
  const t = useHomeTexts()
  const localized = useLocalized()
  const { account } = useSession()
  const takesPart = account?.role === 'contestant' || account?.role === 'teacher'
  const standing = useQuery({ ...myStandingQuery(round.id), enabled: takesPart, staleTime: 30_000 })
  const mine = standing.data?.mine ?? null
  const final = board?.final ?? null
  const table = board?.tables?.find(({ code }) => code === mine?.table) ?? board?.tables?.[0]
  const tableName = table && localized(tables.find(({ code }) => code === table.code)?.name ?? bare(table.code))
  const rows = board?.rows.filter((row) => row.table === table?.code).slice(0, SHOWN) ?? []
  const { ranking } = round.rules

  return (
    <Card title={t('board.title')} className="home-board">
      {rows.length === 0 ? (
        <EmptyState compact title={t(`board.${final ? 'nobody' : whyEmpty(round, state)}`)} />
      ) : (
        <>
          <p className="ts-quiet-text ts-small home-board-of">
            {t(final ? 'board.ofFinal' : 'board.of', {
              round: [localized(round.name), tableName].filter(Boolean).join(', '),
              count: formatNumber(table?.rankedCount ?? board?.participantCount ?? 0),
            })}
          </p>
          {final && (
            <p className="home-board-of">
              <Badge tone="good">{t('board.official', { number: final.number })}</Badge>
            </p>
          )}
          {!final && state === 'closed' && (
            <p className="home-board-of">
              <Badge>{t('board.provisional')}</Badge>
            </p>
          )}
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

const bare = (code: string) => ({ vi: code, en: code })
