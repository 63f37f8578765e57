import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Banner, Card, formatDate, formatNumber, Page, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useBanks } from '../../../lib/contest-queries'
import { PageHead } from '../../../lib/page-head'
import { useProblemText } from '../../../lib/problem'
import { MatrixFilters } from '../components/matrix-filters'
import { MatrixTable } from '../components/matrix-table'
import { useBanksText } from '../hooks/use-banks-text'
import { useMatrixAddress } from '../hooks/use-matrix-address'
import { missingOf, totalsOf } from '../matrix'
import '../banks.css'

export default function MatrixPage() {
  const t = useBanksText()
  const problemText = useProblemText()
  const address = useMatrixAddress()
  const banks = useBanks()
  const { type, firstDay, lastDay, target } = address
  const known = banks.data?.banks.map(({ id }) => id) ?? []
  const chosen = address.bankIds.filter((id) => known.includes(id))
  const bankIds = chosen.length > 0 ? chosen : known
  const query = {
    bankIds: bankIds.join(','),
    ...(type && { type }),
    ...(firstDay && { firstDay }),
    ...(lastDay && lastDay >= firstDay && { lastDay }),
  }
  const matrix = useQuery({
    queryKey: ['bank-matrix', query],
    queryFn: ({ signal }) => call('bankMatrix', { query, signal }),
    enabled: bankIds.length > 0,
    placeholderData: keepPreviousData,
  })
  const cells = matrix.data?.cells
  const totals = cells && totalsOf(cells)
  const missing = cells ? missingOf(cells, target) : []
  const missingCount = missing.reduce((sum, { count }) => sum + count, 0)
  const error = banks.error ?? matrix.error
  const [onlyBank] = chosen.length === 1 ? chosen : []

  return (
    <Page tabTitle={t('matrix.title')} width="wide">
      <PageHead title={t('matrix.title')} up={{ to: '/ngan-hang', name: t('title') }} lead={t('matrix.lead')} />
      <Stack>
        <Card>
          <MatrixFilters address={address} />
        </Card>
        <div role="status">
          {totals && matrix.data && (
            <p>
              {t('matrix.totals', {
                count: totals.usable,
                usable: formatNumber(totals.usable),
                inReview: formatNumber(totals.inReview),
                draft: formatNumber(totals.draft),
                excluded: formatNumber(totals.excluded),
                from: formatDate(matrix.data.firstDay),
                to: formatDate(matrix.data.lastDay),
              })}
            </p>
          )}
        </div>
        {target > 0 && cells && (
          <Banner tone={missing.length > 0 ? 'warn' : 'good'}>
            {missing.length > 0
              ? t('matrix.short', {
                  count: missingCount,
                  formatted: formatNumber(missingCount),
                  cells: formatNumber(missing.length),
                  target: formatNumber(target),
                })
              : t('matrix.enough', { target: formatNumber(target) })}
          </Banner>
        )}
        <MatrixTable
          cells={bankIds.length > 0 ? cells : []}
          isPending={banks.isPending || (matrix.isPending && bankIds.length > 0)}
          error={error ? problemText(error) : undefined}
          target={target}
          filter={{ ...(onlyBank && { bankId: onlyBank }), ...(type && { type }) }}
          onRetry={() => void (banks.error ? banks.refetch() : matrix.refetch())}
        />
      </Stack>
    </Page>
  )
}
