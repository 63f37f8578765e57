import { Card, Icon, type LucideIcon, formatDateTime, formatDuration, formatNumber } from '@thiso/kit'
import type { ResultPolicy } from '@thiso/contracts/vocab'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ChartNoAxes from 'lucide-react/icons/chart-no-axes-column'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Repeat from 'lucide-react/icons/repeat'
import Timer from 'lucide-react/icons/timer'
import type { ReactNode } from 'react'
import { useRoundText } from '../use-round-text'
import './rules-card.css'

export interface RulesFacts {
  itemCount: number
  timeLimitS: number
  attemptLimit: number
  /** '' while not set. */
  opensAt: string
  closesAt: string
  resultPolicy: ResultPolicy
}

/** The rules as a contestant will read them, alive while the round is being set up. */
export function RulesCard({ itemCount, timeLimitS, attemptLimit, opensAt, closesAt, resultPolicy }: RulesFacts) {
  const t = useRoundText()
  const unset = t('rules.unset')
  const closing = closesAt ? formatDateTime(closesAt) : unset
  const span = opensAt && closesAt ? Date.parse(closesAt) - Date.parse(opensAt) : 0
  return (
    <Card title={t('rules.title')} tone="sunken">
      <ul className="ad-rules">
        <Rule icon={CircleHelp}>{t('rules.items', { count: itemCount ? formatNumber(itemCount) : unset })}</Rule>
        <Rule icon={Timer}>
          {t('rules.time', { time: timeLimitS > 0 ? formatDuration(timeLimitS * 1000) : unset })}
        </Rule>
        <Rule icon={CalendarClock}>
          {t('rules.window', { opensAt: opensAt ? formatDateTime(opensAt) : unset, closesAt: closing })}{' '}
          {span > 0 && t('rules.windowLong', { span: formatDuration(span) })} {t('rules.stop')}
        </Rule>
        <Rule icon={Repeat}>
          {attemptLimit === 1
            ? t('rules.one')
            : t('rules.many', { count: attemptLimit ? formatNumber(attemptLimit) : unset })}
        </Rule>
        <Rule icon={ChartNoAxes}>{t('rules.ranking')}</Rule>
        <Rule icon={ClipboardCheck}>
          {t(resultPolicy === 'at_once' ? 'rules.atOnce' : 'rules.afterClose', { closesAt: closing })}
        </Rule>
      </ul>
    </Card>
  )
}

function Rule({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} size={22} />
      <span>{children}</span>
    </li>
  )
}
