import { Banner, formatDateTime, formatNumber } from '@thiso/kit'
import type { Headline, Report } from './figures'
import { useReportText } from './use-report-text'

/** Of a lesson that is not over: how much of it this report can tell already. */
export function TellsSoFar({ report, head }: { report: Report; head: Headline }) {
  const t = useReportText()
  const { phase } = report.lesson
  const { until } = report.settings
  if (phase === 'ended') return null
  if (phase === 'lobby')
    return <Banner title={t('lobby.title')}>{t('lobby.text', { count: formatNumber(head.seatCount) })}</Banner>
  return (
    <Banner title={t('running.title')}>
      {until === null
        ? t('running.text', { told: formatNumber(head.toldCount), total: formatNumber(head.placeCount) })
        : t('running.own', { until: formatDateTime(until) })}
    </Banner>
  )
}
