import type { RankingCriterion, UnrankedReason } from '@thiso/contracts/vocab'
import { Button, LinkButton } from '@thiso/kit'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { StandingRow } from '../../../lib/board/standing-row'
import { signInPath } from '../../../lib/session'
import type { BoardRowData } from '../../../lib/shapes'
import { useBoardTexts } from '../texts/use-board-texts'

interface MyBarProps {
  roundId: string
  mine: BoardRowData | null
  isSignedIn: boolean
  isFrozen: boolean
  /** Of who has no place in official results. */
  unrankedReason: UnrankedReason | null
  /** Where ranks count by table. */
  tableName: string | undefined
  ranking: readonly RankingCriterion[]
  move?: number | undefined
  onWhy: () => void
}

/** One's own row, always in view, with the way to its reasons. */
export function MyBar(props: MyBarProps) {
  const { roundId, mine, isSignedIn, isFrozen, unrankedReason, tableName, ranking, move, onWhy } = props
  const t = useBoardTexts()
  const noneText = !isSignedIn
    ? 'mine.signIn'
    : unrankedReason
      ? (`mine.unranked.${unrankedReason}` as const)
      : isFrozen
        ? 'mine.noneFrozen'
        : 'mine.none'
  return (
    <section className="board-mine" aria-label={t('mine.label')}>
      {mine ? (
        <>
          {tableName && <p className="board-mine-table">{t('mine.table', { name: tableName })}</p>}
          <StandingRow row={mine} isMine as="div" move={move} ranking={ranking} />
          <Button size="small" block icon={CircleHelp} onClick={onWhy}>
            {t('mine.why')}
          </Button>
          <span className="ts-hidden" role="status">
            {t(mine.isTied ? 'mine.nowTied' : 'mine.now', { rank: mine.rank })}
          </span>
        </>
      ) : (
        <div className="board-mine-none">
          <p>{t(noneText)}</p>
          <LinkButton size="small" to={isSignedIn ? `/dot/${roundId}` : signInPath(`/bang/${roundId}`)}>
            {t(isSignedIn ? 'mine.toRound' : 'mine.signInAction')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
