import { Banner, formatDateTime, Page, Stack, Table } from '@thiso/kit'
import { useParams } from 'react-router'
import { useRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { useClockActs } from '../clock-queries'
import { CreditRound } from '../components/credit-round'
import { ExtendRound } from '../components/extend-round'
import { PauseRound } from '../components/pause-round'
import { useClockText } from '../use-clock-text'

export default function ClockPage() {
  const { roundId = '' } = useParams()
  const t = useClockText()
  const localized = useLocalized()
  const query = useRound(roundId)
  const acts = useClockActs(roundId)
  if (!query.data)
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name: t('round') }}
        height={320}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  const { round, contest } = query.data
  const isOpen = round.state === 'open'
  return (
    <Page tabTitle={t('title')}>
      <PageHead
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name: localized(round.name) }}
        lead={t('lead')}
        actions={
          <>
            {isOpen && <PauseRound round={round} />}
            {isOpen && <ExtendRound round={round} />}
            {(isOpen || round.state === 'closed') && <CreditRound round={round} unitsAsOf={contest.unitsAsOf} />}
          </>
        }
      />
      <Stack gap={5}>
        {round.pausedAt ? (
          <Banner tone="warn">{t('paused', { at: formatDateTime(round.pausedAt, true) })}</Banner>
        ) : (
          !isOpen && <Banner tone="info">{t('notOpen')}</Banner>
        )}
        <p>{t('closesAt', { at: formatDateTime(round.closesAt) })}</p>
        <Table
          caption={t('acts.title')}
          rows={acts.data?.acts}
          rowKey={(act) => act.id}
          loading={acts.isPending}
          error={acts.isError}
          onRetry={() => void acts.refetch()}
          empty={t('acts.none')}
          columns={[
            { id: 'at', header: t('acts.at'), cell: (act) => formatDateTime(act.at, true) },
            { id: 'kind', header: t('acts.kind'), rowHeader: true, cell: (act) => t(`acts.kinds.${act.kind}`) },
            {
              id: 'span',
              header: t('acts.span'),
              cell: ({ from, to }) =>
                to
                  ? t('acts.spanText', { from: formatDateTime(from, true), to: formatDateTime(to, true) })
                  : t('acts.going', { from: formatDateTime(from, true) }),
            },
            { id: 'scope', header: t('acts.forWhom'), cell: (act) => act.unitName ?? t(`acts.scopes.${act.scope}`) },
            { id: 'reason', header: t('reason'), cell: (act) => act.reason },
          ]}
        />
      </Stack>
    </Page>
  )
}
