import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Banner, formatDateTime, formatNumber, LinkButton, Page, Pagination, SearchInput, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Trophy from 'lucide-react/icons/trophy'
import { useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { RoundBadge } from '../../../lib/round-badge'
import { StandingsFiles } from '../components/standings-files'
import { StandingsTable } from '../components/standings-table'
import { useStandingsAddress } from '../hooks/use-standings-address'
import { useWinnersText } from '../hooks/use-winners-text'
import '../winners.css'

const PAGE_SIZE = 50

export default function StandingsPage() {
  const t = useWinnersText()
  const localized = useLocalized()
  const { roundId = '' } = useParams()
  const address = useStandingsAddress()
  const round = useRound(roundId).data?.round
  const query = { page: address.page, size: PAGE_SIZE, ...(address.q ? { q: address.q } : {}) }
  const standings = useQuery({
    queryKey: ['rounds', roundId, 'standings', query],
    queryFn: ({ signal }) => call('standings', { params: { roundId }, query, signal }),
    placeholderData: keepPreviousData,
  })
  const total = standings.data?.total ?? 0
  const name = round && localized(round.name)
  return (
    <Page tabTitle={name ? t('standings.titleOf', { round: name }) : t('standings.title')} width="wide">
      <PageHead
        title={t('standings.title')}
        up={{ to: `/dot/${roundId}`, name: name ?? t('round') }}
        badge={round && <RoundBadge state={round.state} />}
        lead={t('standings.lead')}
        actions={
          <LinkButton to={`/dot/${roundId}/giai`} icon={Trophy}>
            {t('winners.title')}
          </LinkButton>
        }
      />
      <Stack>
        {round?.state === 'open' && (
          <Banner tone="warn">{t('standings.provisional', { at: formatDateTime(round.closesAt) })}</Banner>
        )}
        <SearchInput
          className="winners-search"
          label={t('standings.search')}
          hideLabel={false}
          placeholder={t('standings.searchHint')}
          value={address.typed}
          onChange={address.setTyped}
          maxLength={100}
        />
        <p className="ts-quiet-text" role="status">
          {standings.data && t('standings.found', { count: total, formatted: formatNumber(total) })}
          {total > PAGE_SIZE && `. ${t('standings.foundMany')}`}
        </p>
        <StandingsTable
          rows={standings.data?.rows}
          isPending={standings.isPending}
          error={standings.error}
          isSearched={address.q !== ''}
          onRetry={() => void standings.refetch()}
          onClear={address.clear}
        />
        {total > PAGE_SIZE && (
          <Pagination page={address.page} pageSize={PAGE_SIZE} total={total} onChange={address.setPage} />
        )}
        <StandingsFiles roundId={roundId} />
      </Stack>
    </Page>
  )
}
