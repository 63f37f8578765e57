import { Badge, EmptyState, LinkButton, Page, Stack, Table, formatDate, formatNumber } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-router'
import { useContests } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useContestText } from '../use-contest-text'

export default function ContestsPage() {
  const t = useContestText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const contests = useContests()
  const create = (
    <LinkButton to="/cuoc-thi/moi" variant="primary" icon={Plus}>
      {t('list.create')}
    </LinkButton>
  )

  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="wide" actions={create}>
      <Stack gap={6}>
        <Table
          caption={t('list.caption')}
          hideCaption
          rows={contests.data?.contests}
          rowKey={(contest) => contest.id}
          loading={contests.isPending}
          expect={3}
          error={contests.error && !contests.data ? problemText(contests.error) : undefined}
          onRetry={() => void contests.refetch()}
          empty={
            <EmptyState title={t('list.emptyTitle')} action={create}>
              {t('list.emptyText')}
            </EmptyState>
          }
          columns={[
            {
              id: 'contest',
              header: t('list.contest'),
              rowHeader: true,
              cell: (contest) => <Link to={`/cuoc-thi/${contest.id}`}>{localized(contest.title)}</Link>,
            },
            {
              id: 'state',
              header: t('list.state'),
              cell: (contest) =>
                contest.isPublished ? (
                  <Badge tone="good" dot>
                    {t('state.published')}
                  </Badge>
                ) : (
                  <Badge>{t('state.draft')}</Badge>
                ),
            },
            {
              id: 'rounds',
              header: t('list.rounds'),
              numeric: true,
              cell: (contest) => formatNumber(contest.roundCount),
            },
            {
              id: 'participants',
              header: t('list.participants'),
              numeric: true,
              cell: (contest) => formatNumber(contest.participantCount),
            },
            {
              id: 'created',
              header: t('list.created'),
              wideOnly: true,
              cell: (contest) => formatDate(contest.createdAt),
            },
          ]}
        />
      </Stack>
    </Page>
  )
}
