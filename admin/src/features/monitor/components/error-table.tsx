import { Card, Table, formatDateTime, formatNumber, formatTime } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

const DAY_MS = 86_400_000

export function ErrorTable({ lastErrors }: { lastErrors: MonitorReading['lastErrors'] }) {
  const t = useMonitorText()
  return (
    <Card title={t('errors')}>
      {lastErrors.length === 0 ? (
        <p className="ts-quiet-text">{t('noErrors')}</p>
      ) : (
        <Table
          caption={t('errorsCaption')}
          hideCaption
          dense
          rows={lastErrors}
          rowKey={(error) => `${error.at} ${error.code} ${error.route}`}
          columns={[
            {
              id: 'at',
              header: t('errorAt'),
              cell: (error) => (
                <span className="ad-nowrap">
                  {serverNow() - Date.parse(error.at) < DAY_MS ? formatTime(error.at) : formatDateTime(error.at)}
                </span>
              ),
            },
            {
              id: 'code',
              header: t('errorCode'),
              rowHeader: true,
              cell: (error) => (
                <>
                  {error.code}
                  <br />
                  <span className="ad-route">{error.route}</span>
                </>
              ),
            },
            { id: 'count', header: t('errorCount'), numeric: true, cell: (error) => formatNumber(error.count) },
          ]}
        />
      )}
    </Card>
  )
}
