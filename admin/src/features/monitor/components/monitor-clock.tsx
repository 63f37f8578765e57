import { Countdown, formatDateTime } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import type { MonitorReading } from '../../../lib/contest-queries'
import { useMonitorText } from '../use-monitor-text'

export function MonitorClock({ round, onTurn }: { round: MonitorReading['round']; onTurn: () => void }) {
  const t = useMonitorText()
  if (round.state === 'draft') return <p className="ts-quiet-text">{t('draft')}</p>
  if (round.state === 'closed') {
    return (
      <div>
        <p className="ts-quiet-text">{t('closedAt')}</p>
        <p className="ts-display">{formatDateTime(round.closesAt)}</p>
      </div>
    )
  }
  const next = round.state === 'open' ? round.closesAt : round.opensAt
  return (
    <div>
      <p className="ts-quiet-text">{t(round.state === 'open' ? 'closesIn' : 'opensIn')}</p>
      <Countdown key={next} target={Date.parse(next)} serverNow={serverNow} onEnd={onTurn} size="large" />
    </div>
  )
}
