import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, formatNumber, LinkButton, Page, Skeleton, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Grid3x3 from 'lucide-react/icons/grid-3x3'
import ListFilter from 'lucide-react/icons/list-filter'
import Plus from 'lucide-react/icons/plus'
import { useParams } from 'react-router'
import { useBanks } from '../../../lib/contest-queries'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useProblemText } from '../../../lib/problem'
import { useSession } from '../../../lib/session'
import { BankSettings } from '../components/bank-settings'
import { ReportBars } from '../components/report-bars'
import { ReportFindings } from '../components/report-findings'
import { useBanksText } from '../hooks/use-banks-text'
import '../banks.css'

export default function BankPage() {
  const t = useBanksText()
  const problemText = useProblemText()
  const { bankId = '' } = useParams()
  const { isStaff } = useSession()
  const banks = useBanks()
  const bank = banks.data?.banks.find(({ id }) => id === bankId)
  const report = useQuery({
    queryKey: ['bank-report', bankId],
    queryFn: ({ signal }) => call('bankReport', { params: { bankId }, signal, timeoutMs: 60_000 }),
    enabled: bank !== undefined,
  })
  const up = { to: '/ngan-hang', name: t('title') }
  if (!bank) {
    if (banks.data)
      return (
        <Page tabTitle={t('one')} width="wide">
          <EmptyState title={t('gone')} action={<LinkButton to="/ngan-hang">{t('title')}</LinkButton>}>
            {t('goneText')}
          </EmptyState>
        </Page>
      )
    return <PageWait title={t('one')} up={up} height={480} error={banks.error} onRetry={() => void banks.refetch()} />
  }
  const newItem = `/cau-hoi/moi?ngan-hang=${bank.id}`
  return (
    <Page tabTitle={bank.name} width="wide">
      <PageHead
        title={bank.name}
        up={up}
        lead={t('counts', {
          count: bank.itemCount,
          formatted: formatNumber(bank.itemCount),
          approved: formatNumber(bank.approvedCount),
        })}
        actions={
          <>
            <LinkButton icon={ListFilter} to={itemsPath({ bankId: bank.id })}>
              {t('toItems')}
            </LinkButton>
            <LinkButton icon={Grid3x3} to={`/ngan-hang/ma-tran?ngan-hang=${bank.id}`}>
              {t('toMatrix')}
            </LinkButton>
            <LinkButton variant="primary" icon={Plus} to={newItem}>
              {t('write')}
            </LinkButton>
          </>
        }
      />
      <Stack gap={6}>
        {report.isPending ? (
          <Skeleton height={480} />
        ) : report.error ? (
          <ErrorState onRetry={() => void report.refetch()}>{problemText(report.error)}</ErrorState>
        ) : report.data.itemCount === 0 ? (
          <EmptyState
            title={t('report.empty')}
            action={
              <LinkButton variant="primary" icon={Plus} to={newItem}>
                {t('write')}
              </LinkButton>
            }
          >
            {t('report.emptyText')}
          </EmptyState>
        ) : (
          <>
            <ReportFindings report={report.data} />
            <ReportBars bankId={bank.id} report={report.data} />
          </>
        )}
        {(isStaff || bank.isOwn) && <BankSettings key={bank.id} bank={bank} />}
      </Stack>
    </Page>
  )
}
