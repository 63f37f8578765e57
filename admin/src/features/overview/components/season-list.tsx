import { Badge, Card, Road, Row, Stack, formatDate, formatNumber } from '@thiso/kit'
import { Link, useNavigate } from 'react-router'
import type { ContestRow } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import type { RoundView } from '../hooks/use-season'
import { useOverviewText } from '../use-overview-text'

const dot = { draft: 'blank', scheduled: 'blank', open: 'current', closed: 'done' } as const

/** Every contest with its rounds as stops on the road. */
export function SeasonList({ contests, views }: { contests: readonly ContestRow[]; views: readonly RoundView[] }) {
  const t = useOverviewText()
  const localized = useLocalized()
  const navigate = useNavigate()
  return (
    <Stack gap={4}>
      {contests.map((contest) => {
        const title = localized(contest.title)
        const rounds = views.filter((view) => view.contest.id === contest.id)
        return (
          <Card key={contest.id} title={<Link to={`/cuoc-thi/${contest.id}`}>{title}</Link>}>
            <Stack>
              <Row gap={2}>
                <Badge tone={contest.isPublished ? 'good' : 'neutral'}>
                  {contest.isPublished ? t('seasons.shown') : t('seasons.hidden')}
                </Badge>
                <span className="ts-quiet-text">
                  {t('seasons.participants', {
                    count: contest.participantCount,
                    shown: formatNumber(contest.participantCount),
                  })}
                </span>
              </Row>
              {rounds.length === 0 ? (
                <p className="ts-quiet-text">{t('seasons.noRounds')}</p>
              ) : (
                <Road
                  label={t('seasons.rounds', { contest: title })}
                  onOpen={(roundId) => void navigate(`/dot/${roundId}`)}
                  stops={rounds.map(({ round }) => ({
                    id: round.id,
                    label: localized(round.name),
                    hint: t(`seasons.hint.${round.state}`, {
                      opensAt: formatDate(round.opensAt),
                      closesAt: formatDate(round.closesAt),
                    }),
                    state: dot[round.state],
                  }))}
                />
              )}
            </Stack>
          </Card>
        )
      })}
    </Stack>
  )
}
