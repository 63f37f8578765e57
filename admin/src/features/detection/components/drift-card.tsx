import { plainText } from '@thiso/contracts/vocab'
import {
  Badge,
  Card,
  EmptyState,
  formatNumber,
  formatShare,
  Pagination,
  RadioGroup,
  Stack,
  Table,
  useLocale,
} from '@thiso/kit'
import { useState } from 'react'
import { Link } from 'react-router'
import { analysisOf } from '../../../lib/round-links'
import type { ItemDrift } from '../figures'
import { useSignalsText } from '../use-signals-text'
import { DriftChart } from './drift-chart'

const PAGE_SIZE = 15
/** Smaller chances are all the same to a reader. */
const LEAST_SHOWN = 0.0001

/** Items through the window: which of them became easier and quicker. */
export function DriftCard({ roundId, items }: { roundId: string; items: readonly ItemDrift[] }) {
  const t = useSignalsText()
  const [locale] = useLocale()
  const [page, setPage] = useState(1)
  const flagged = items.filter(({ isSignal }) => isSignal)
  const [shown, setShown] = useState<'flagged' | 'all'>(flagged.length > 0 ? 'flagged' : 'all')
  const rows = [...(shown === 'all' ? items : flagged)].sort((a, b) => a.p - b.p)
  return (
    <Card title={t('items.title')}>
      <Stack>
        <p className="ts-quiet-text">{t('items.lead')}</p>
        {items.length === 0 ? (
          <EmptyState compact title={t('items.none')}>
            {t('items.noneText')}
          </EmptyState>
        ) : (
          <>
            <RadioGroup
              label={t('items.show')}
              hideLabel
              look="segments"
              options={[
                { value: 'flagged', label: t('items.flagged', { count: formatNumber(flagged.length) }) },
                { value: 'all', label: t('items.all', { count: formatNumber(items.length) }) },
              ]}
              value={shown}
              onChange={(value) => {
                setShown(value)
                setPage(1)
              }}
            />
            <p className="detection-legend">
              <span className="detection-legend-right">{t('items.legendRight')}</span>
              <span className="detection-legend-expected">{t('items.legendExpected')}</span>
            </p>
            <Table
              caption={t('items.title')}
              hideCaption
              rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
              rowKey={({ itemVersionId }) => itemVersionId}
              dense
              empty={<EmptyState compact title={t('groups.none')} />}
              columns={[
                {
                  id: 'item',
                  header: t('items.item'),
                  rowHeader: true,
                  cell: (row) => (
                    <span className="detection-item">
                      <Link to={analysisOf(roundId, row.itemVersionId)}>{row.code}</Link>{' '}
                      {row.isSignal && <Badge tone="sun">{t('items.maybeLeaked')}</Badge>}
                      <span className="detection-stem">{plainText(row.stem[locale] || row.stem.vi)}</span>
                    </span>
                  ),
                },
                { id: 'chart', header: t('items.chart'), cell: (row) => <DriftChart row={row} /> },
                { id: 'easier', header: t('items.easier'), numeric: true, cell: (row) => signed(row.easier) },
                {
                  id: 'faster',
                  header: t('items.faster'),
                  numeric: true,
                  // A difference of logarithms of time as a share of the time.
                  cell: (row) => (row.faster === null ? '–' : signed(1 - Math.exp(-row.faster))),
                },
                {
                  id: 'p',
                  header: t('items.p'),
                  numeric: true,
                  wideOnly: true,
                  cell: (row) =>
                    row.p < LEAST_SHOWN
                      ? `< ${formatNumber(LEAST_SHOWN)}`
                      : formatNumber(row.p, { maximumSignificantDigits: 2 }),
                },
              ]}
            />
            {rows.length > PAGE_SIZE && (
              <Pagination page={page} pageSize={PAGE_SIZE} total={rows.length} onChange={setPage} />
            )}
          </>
        )}
      </Stack>
    </Card>
  )
}

const signed = (share: number) => `${share > 0 ? '+' : ''}${formatShare(share, 0)}`
