import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Banner, formatDateTime, formatNumber, Page, Pagination, SearchInput, Stack, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useParams } from 'react-router'
import { ExportButtons } from '../components/export-buttons'
import { RoundNav } from '../components/round-nav'
import { StandingsTable } from '../components/standings-table'
import { useRound } from '../hooks/use-round'
import { useStandingsAddress } from '../hooks/use-standings-address'
import { useWinnersText } from '../hooks/use-winners-text'
import '../winners.css'

const PAGE_SIZE = 50

export default function StandingsPage() {
  const t = useWinnersText()
  const [locale] = useLocale()
  const { roundId = '' } = useParams()
  const address = useStandingsAddress()
  const round = useRound(roundId).data?.round
  const query = { page: address.page, size: PAGE_SIZE, ...(address.q ? { q: address.q } : {}) }
  const standings = useQuery({
    queryKey: ['standings', roundId, query],
    queryFn: ({ signal }) => call('standings', { params: { roundId }, query, signal }),
    placeholderData: keepPreviousData,
  })
  const total = standings.data?.total ?? 0
  const name = round && (round.name[locale] || round.name.vi)
  return (
    <Page
      title={name ? t('standings.titleOf', { round: name }) : t('standings.title')}
      lead={t('standings.lead')}
      width="wide"
      actions={<ExportButtons route="exportStandings" roundId={roundId} />}
    >
      <Stack>
        <RoundNav roundId={roundId} />
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
      </Stack>
    </Page>
  )
}
