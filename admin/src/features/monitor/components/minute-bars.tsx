import { Card, MiniBars, Stack, formatNumber, formatTime } from '@thiso/kit'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

export function MinuteBars({ perMinute }: { perMinute: MonitorReading['perMinute'] }) {
  const t = useMonitorText()
  const series = [
    { what: t('startedBars'), data: perMinute.map((minute) => bar(minute.minute, minute.startedCount)) },
    { what: t('submittedBars'), data: perMinute.map((minute) => bar(minute.minute, minute.submittedCount)) },
  ]
  return (
    <Card title={t('perMinute')}>
      <Stack gap={6}>
        {series.map(({ what, data }) => {
          const best = data.reduce((top, next) => (next.value > top.value ? next : top), { label: '', value: 0 })
          const label =
            best.value > 0
              ? t('barsLabel', { what, most: formatNumber(best.value), at: best.label })
              : t('barsNone', { what })
          return (
            <div key={what}>
              <p className="ad-bars-head">
                <span>{what}</span>
                <span className="ts-quiet-text ts-number">{t('most', { most: formatNumber(best.value) })}</span>
              </p>
              <MiniBars label={label} data={data} labelHead={t('minute')} valueHead={t('count')} height={84} />
            </div>
          )
        })}
      </Stack>
    </Card>
  )
}

const bar = (minute: string, value: number) => ({ label: formatTime(minute), value })
