import { Card, Table, formatDateTime, formatNumber } from '@thiso/kit'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

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
            { id: 'at', header: t('errorAt'), cell: (error) => formatDateTime(error.at, true) },
            { id: 'code', header: t('errorCode'), rowHeader: true, cell: (error) => error.code },
            { id: 'route', header: t('errorRoute'), cell: (error) => error.route },
            { id: 'count', header: t('errorCount'), numeric: true, cell: (error) => formatNumber(error.count) },
          ]}
        />
      )}
    </Card>
  )
}
