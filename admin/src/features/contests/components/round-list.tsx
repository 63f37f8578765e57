import { EmptyState, LinkButton, Table, formatDateTime, formatNumber } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-router'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { RoundBadge } from '../../../lib/round-badge'
import { useContestText } from '../use-contest-text'

export function RoundList({ contestId, rounds }: { contestId: string; rounds: readonly AdminRound[] }) {
  const t = useContestText()
  const localized = useLocalized()
  return (
    <Table
      caption={t('round.caption')}
      hideCaption
      rows={rounds}
      rowKey={(round) => round.id}
      empty={
        <EmptyState
          compact
          title={t('page.noRoundsTitle')}
          action={
            <LinkButton to={`/cuoc-thi/${contestId}/dot/moi`} variant="primary" icon={Plus}>
              {t('page.addRound')}
            </LinkButton>
          }
        >
          {t('page.noRoundsText')}
        </EmptyState>
      }
      columns={[
        {
          id: 'name',
          header: t('round.name'),
          rowHeader: true,
          cell: (round) => <Link to={`/dot/${round.id}`}>{localized(round.name)}</Link>,
        },
        { id: 'state', header: t('round.state'), cell: (round) => <RoundBadge state={round.state} /> },
        {
          id: 'window',
          header: t('round.window'),
          cell: (round) => (
            <span>
              <span className="ad-when">{formatDateTime(round.opensAt)} –</span>{' '}
              <span className="ad-when">{formatDateTime(round.closesAt)}</span>
            </span>
          ),
        },
        { id: 'items', header: t('round.items'), numeric: true, cell: (round) => formatNumber(round.itemCount) },
        {
          id: 'time',
          header: t('round.time'),
          numeric: true,
          cell: (round) => t('round.minutes', { minutes: formatNumber(round.timeLimitS / 60) }),
        },
        {
          id: 'attempts',
          header: t('round.attempts'),
          numeric: true,
          cell: (round) => formatNumber(round.attemptLimit),
        },
      ]}
    />
  )
}
