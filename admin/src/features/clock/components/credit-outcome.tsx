import { Banner, formatDateTime, formatDuration, formatNumber, Stack, Table } from '@thiso/kit'
import type { CreditOutcome } from '../clock-queries'
import { useClockText } from '../use-clock-text'

/** Whom a credit would reach, and how. */
export function CreditOutcomeView({ outcome }: { outcome: CreditOutcome }) {
  const t = useClockText()
  const { running, submitted, oneMore } = outcome.counts
  if (running + submitted + oneMore === 0) return <Banner tone="info">{t('credit.nobody')}</Banner>
  return (
    <Stack gap={3}>
      <ul>
        {running > 0 && <li>{t('credit.running', { count: formatNumber(running) })}</li>}
        {submitted > 0 && <li>{t('credit.submitted', { count: formatNumber(submitted) })}</li>}
        {oneMore > 0 && <li>{t('credit.oneMore', { count: formatNumber(oneMore) })}</li>}
      </ul>
      {outcome.closesAt && (
        <Banner tone="warn">{t('credit.movesEnd', { at: formatDateTime(outcome.closesAt, true) })}</Banner>
      )}
      {outcome.outdatesVersion !== null && (
        <Banner tone="warn">{t('credit.outdates', { number: outcome.outdatesVersion })}</Banner>
      )}
      <Table
        caption={t('credit.people')}
        rows={outcome.rows}
        rowKey={(row) => row.attemptId}
        maxHeight="16rem"
        dense
        columns={[
          { id: 'name', header: t('credit.name'), rowHeader: true, cell: (row) => row.maskedName },
          { id: 'unit', header: t('credit.unitName'), wideOnly: true, cell: (row) => row.unitName ?? '' },
          { id: 'effect', header: t('credit.effect'), cell: (row) => t(`credit.effects.${row.effect}`) },
          {
            id: 'time',
            header: t('credit.time'),
            numeric: true,
            cell: (row) => (row.effect === 'one-more' ? '' : formatDuration(row.creditS * 1_000)),
          },
        ]}
      />
    </Stack>
  )
}
