import { useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { Link } from 'react-router'
import type { PublicContestData, PublicRoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface RoundLinksProps {
  contest: Pick<PublicContestData, 'id' | 'rules'>
  round: PublicRoundData
}

/** Where more about the round stands: its full rules, the draws that end its ranking and that of the total, its winners once they are published. */
export function RoundLinks({ contest, round }: RoundLinksProps) {
  const t = useAttemptTexts()
  // Asked for closed rounds only: winners are not published before, and the minutes of opening need no further requests.
  const winners = useQuery({
    queryKey: ['public-winners', round.id],
    queryFn: ({ signal }) => call('publicWinners', { params: { roundId: round.id }, signal }),
    enabled: round.state === 'closed',
    staleTime: 60_000,
  })
  const unitsDraw = useQuery({
    queryKey: ['draw', 'units', contest.id],
    queryFn: ({ signal }) => call('unitsDraw', { params: { contestId: contest.id }, signal }),
    enabled: round.state === 'closed',
    staleTime: 60_000,
  })
  const hasWinners = (winners.data?.lists.length ?? 0) > 0
  const hasDraw = round.state !== 'draft' && round.rules.ranking.some(({ by }) => by === 'draw')
  return (
    <ul className="at-round-links">
      {hasWinners && (
        <li>
          <Link to={`/dot/${round.id}/giai`}>{t('round.links.winners')}</Link>
        </li>
      )}
      {hasDraw && (
        <li>
          <Link to={`/dot/${round.id}/boc-tham`}>{t('round.links.draw')}</Link>
        </li>
      )}
      {hasDraw && contest.rules.total && (
        <li>
          <Link to={`/cuoc-thi/${contest.id}/boc-tham`}>{t('round.links.totalDraw')}</Link>
        </li>
      )}
      {unitsDraw.data?.namedAt && (
        <li>
          <Link to={`/cuoc-thi/${contest.id}/boc-tham-don-vi`}>{t('round.links.unitsDraw')}</Link>
        </li>
      )}
      {round.state !== 'draft' && (
        <li>
          <Link to={`/dot/${round.id}/kiem-chung`}>{t('round.links.proof')}</Link>
        </li>
      )}
      <li>
        <Link to={`/the-le/${contest.id}`}>{t('round.rulebook')}</Link>
      </li>
    </ul>
  )
}
