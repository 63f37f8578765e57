import { Banner, Button, Page, Stack, formatTime } from '@thiso/kit'
import Maximize from 'lucide-react/icons/maximize'
import Minimize from 'lucide-react/icons/minimize'
import { useRef } from 'react'
import { useParams } from 'react-router'
import { CloseRound } from '../../../lib/close-round'
import { useLocalized } from '../../../lib/localized'
import { PageHead } from '../../../lib/page-head'
import { PageWait } from '../../../lib/page-wait'
import { RoundBadge } from '../../../lib/round-badge'
import { ErrorTable } from '../components/error-table'
import { MinuteBars } from '../components/minute-bars'
import { MonitorClock } from '../components/monitor-clock'
import { Tiles } from '../components/tiles'
import { UnitBars } from '../components/unit-bars'
import { useFullScreen } from '../hooks/use-full-screen'
import { useMonitor } from '../hooks/use-monitor'
import { useMonitorText } from '../use-monitor-text'
import './monitor-page.css'

export default function MonitorPage() {
  const { roundId = '' } = useParams()
  const t = useMonitorText()
  const localized = useLocalized()
  const wall = useRef<HTMLDivElement>(null)
  const { isFull, toggle } = useFullScreen(wall)
  const query = useMonitor(roundId)
  const reading = query.data

  if (!reading) {
    return (
      <PageWait
        title={t('title')}
        up={{ to: `/dot/${roundId}`, name: t('round') }}
        height={480}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }

  const { round } = reading
  const name = localized(round.name)
  // Nothing of the last hour is left to show some time after the closing.
  const hasMinutes =
    round.state === 'open' || reading.perMinute.some((minute) => minute.startedCount || minute.submittedCount)
  const at = formatTime(reading.serverTime, true)
  return (
    <div ref={wall} className="ad-wall">
      <Page width={isFull ? 'full' : 'wide'} tabTitle={t('tab', { name })}>
        <PageHead
          title={t(round.state === 'closed' ? 'figures' : 'title')}
          up={{ to: `/dot/${round.id}`, name }}
          badge={<RoundBadge state={round.state} />}
          lead={round.state === 'closed' ? t('updatedOnce', { at }) : t('updated', { at })}
          actions={
            <>
              {toggle && (
                <Button icon={isFull ? Minimize : Maximize} onClick={toggle}>
                  {isFull ? t('unwall') : t('wall')}
                </Button>
              )}
              {round.state === 'open' && <CloseRound round={round} />}
            </>
          }
        />
        <Stack gap={6}>
          {query.error && (
            <Banner tone="warn" live="polite">
              {t('stale', { at })}
            </Banner>
          )}
          <div className="ad-wall-top">
            <MonitorClock round={round} onTurn={() => void query.refetch()} />
            <Tiles reading={reading} />
          </div>
          <div className="ad-wall-columns">
            <Stack gap={6}>
              {hasMinutes && <MinuteBars perMinute={reading.perMinute} />}
              <ErrorTable lastErrors={reading.lastErrors} />
            </Stack>
            <UnitBars byUnit={reading.byUnit} />
          </div>
        </Stack>
      </Page>
    </div>
  )
}
