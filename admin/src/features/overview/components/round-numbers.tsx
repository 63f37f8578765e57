import { BarList, Card, LinkButton, MiniBars, StatTile, formatNumber, formatTime } from '@thiso/kit'
import Activity from 'lucide-react/icons/activity'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useOverviewText } from '../use-overview-text'
import './round-numbers.css'

const FEW = 6

export function RoundNumbers({ reading }: { reading: MonitorReading }) {
  const t = useOverviewText()
  const name = useLocalized()(reading.round.name)
  const isOpen = reading.round.state === 'open'
  const monitor = `/dot/${reading.round.id}/theo-doi`
  const standings = `/dot/${reading.round.id}/bang`
  return (
    <section className="ad-numbers" aria-labelledby={`numbers-${reading.round.id}`}>
      <div className="ad-numbers-head">
        <h2 id={`numbers-${reading.round.id}`}>{t(isOpen ? 'numbers.open' : 'numbers.last', { name })}</h2>
        <LinkButton to={isOpen ? monitor : standings} icon={Activity} size="small">
          {t(isOpen ? 'numbers.monitor' : 'numbers.standings')}
        </LinkButton>
      </div>
      <div className="ad-numbers-tiles">
        <StatTile label={t('numbers.started')} value={reading.startedCount} to={monitor} />
        <StatTile label={t('numbers.inProgress')} value={reading.inProgressCount} to={monitor} />
        <StatTile label={t('numbers.submitted')} value={reading.submittedCount} to={monitor} />
        <StatTile label={t('numbers.participants')} value={reading.participantCount} to={standings} />
      </div>
      <div className="ad-two">
        {isOpen && <PerMinute perMinute={reading.perMinute} />}
        <Card title={t('numbers.byUnit')} level={3}>
          <Units byUnit={reading.byUnit} />
        </Card>
      </div>
    </section>
  )
}

function PerMinute({ perMinute }: { perMinute: MonitorReading['perMinute'] }) {
  const t = useOverviewText()
  const bars = perMinute.map((minute) => ({ label: formatTime(minute.minute), value: minute.startedCount }))
  const best = bars.reduce((top, bar) => (bar.value > top.value ? bar : top), { label: '', value: 0 })
  return (
    <Card title={t('numbers.perMinute')} level={3}>
      <MiniBars
        label={
          best.value > 0
            ? t('numbers.barsLabel', { most: formatNumber(best.value), at: best.label })
            : t('numbers.barsNone')
        }
        data={bars}
        labelHead={t('numbers.minute')}
        valueHead={t('numbers.count')}
        height={200}
      />
    </Card>
  )
}

function Units({ byUnit }: { byUnit: MonitorReading['byUnit'] }) {
  const t = useOverviewText()
  const top = [...byUnit].sort((a, b) => b.startedCount - a.startedCount).slice(0, FEW)
  if (top.length === 0) return <p className="ts-quiet-text">{t('numbers.unitNone')}</p>
  return (
    <BarList
      label={t('numbers.byUnit')}
      items={top.map((unit) => ({
        id: unit.unitId,
        label: unit.unitName,
        value: unit.startedCount,
        text: t('numbers.unitText', {
          started: formatNumber(unit.startedCount),
          submitted: formatNumber(unit.submittedCount),
        }),
      }))}
    />
  )
}
