import { StatTile, formatNumber, formatShare } from '@thiso/kit'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

export function Tiles({ reading }: { reading: MonitorReading }) {
  const t = useMonitorText()
  const { round, startedCount, inProgressCount, submittedCount, participantCount, responsesPerSecond } = reading
  return (
    <div className="ad-tiles">
      <StatTile size="wall" label={t('started')} value={startedCount} />
      <StatTile size="wall" label={t('inProgress')} value={inProgressCount} />
      <StatTile
        size="wall"
        label={t('submitted')}
        value={submittedCount}
        hint={startedCount > 0 ? t('ofStarted', { share: formatShare(submittedCount / startedCount, 0) }) : undefined}
      />
      <StatTile size="wall" label={t('participants')} value={participantCount} to={`/dot/${round.id}/bang`} />
      <StatTile
        size="wall"
        label={t('saved')}
        value={formatNumber(responsesPerSecond, { maximumFractionDigits: 1 })}
        hint={t('savedHint')}
      />
    </div>
  )
}
