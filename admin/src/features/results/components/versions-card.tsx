import { Badge, Banner, Button, Card, CopyButton, Dialog, formatDateTime, formatNumber, Stack, Table } from '@thiso/kit'
import { useState } from 'react'
import type { Version } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { RowsTable } from './rows-table'

/** Every version with what made it and the hash of what it follows from; the newest first. */
export function VersionsCard({ versions }: { versions: readonly Version[] }) {
  const t = useResultsText()
  const [open, setOpen] = useState<Version | null>(null)
  const [latest] = versions
  return (
    <Card title={t('versions.title')}>
      <Stack>
        {latest && latest.differences.count > 0 && (
          <Banner tone="warn">{t('versions.differences', { count: latest.differences.count })}</Banner>
        )}
        {latest?.predictionTarget != null && (
          <p>{t('versions.target', { count: formatNumber(latest.predictionTarget) })}</p>
        )}
        <Table
          caption={t('versions.title')}
          hideCaption
          rows={versions}
          rowKey={({ id }) => id}
          empty={t('versions.none')}
          columns={[
            {
              id: 'number',
              header: t('versions.number'),
              rowHeader: true,
              cell: ({ number, state }) => (
                <div>
                  {number} <Badge tone={state === 'final' ? 'good' : 'neutral'}>{t(`versions.state.${state}`)}</Badge>
                </div>
              ),
            },
            {
              id: 'cause',
              header: t('versions.causeHead'),
              cell: ({ cause, reason }) => (
                <div>
                  {t(`versions.cause.${cause}`)}
                  {reason && <span className="ts-quiet-text">: {reason}</span>}
                </div>
              ),
            },
            {
              id: 'by',
              header: t('versions.by'),
              cell: ({ madeBy, approvedBy, madeAt }) => (
                <div>
                  {[...new Set([madeBy, approvedBy])].filter(Boolean).join(' + ')}
                  <br />
                  <span className="ts-quiet-text ts-small">{formatDateTime(madeAt, true)}</span>
                </div>
              ),
            },
            {
              id: 'people',
              header: t('versions.people'),
              numeric: true,
              cell: ({ rankedCount, participantCount }) =>
                `${formatNumber(rankedCount)} / ${formatNumber(participantCount)}`,
            },
            { id: 'tied', header: t('versions.tied'), numeric: true, cell: ({ tiedCount }) => formatNumber(tiedCount) },
            {
              id: 'hash',
              header: t('versions.hash'),
              cell: ({ inputHash }) => (
                <div>
                  <code className="results-hash">{inputHash.slice(0, 12)}…</code>
                  <CopyButton text={inputHash} size="small" variant="quiet" />
                </div>
              ),
            },
            {
              id: 'see',
              header: '',
              name: t('versions.see'),
              cell: (version) => (
                <Button size="small" onClick={() => setOpen(version)}>
                  {t('versions.see')}
                </Button>
              ),
            },
          ]}
        />
      </Stack>
      <Dialog
        open={open !== null}
        size="large"
        title={t('versions.rowsOf', { number: open?.number ?? '' })}
        onClose={() => setOpen(null)}
      >
        {open && <RowsTable version={open} />}
      </Dialog>
    </Card>
  )
}
