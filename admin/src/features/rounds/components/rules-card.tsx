import { Card, Icon, type LucideIcon, formatDateTime, formatDuration, formatNumber } from '@thiso/kit'
import type { ResultPolicy } from '@thiso/contracts/vocab'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ChartNoAxes from 'lucide-react/icons/chart-no-axes-column'
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
  const moment = (at: string) => (at ? formatDateTime(at) : unset)
  const span = opensAt && closesAt ? Date.parse(closesAt) - Date.parse(opensAt) : 0
  return (
    <Card title={t('rules.title')} tone="sunken">
      <ul className="ad-rules">
        <Rule icon={CalendarClock} name={t('rules.window')}>
          {t('rules.windowText', { opensAt: moment(opensAt), closesAt: moment(closesAt) })}{' '}
          {span > 0 && t('rules.span', { span: formatDuration(span) })}
        </Rule>
        <Rule icon={Timer} name={t('rules.paper')}>
          {t('rules.paperText', {
            count: itemCount ? formatNumber(itemCount) : unset,
            time: timeLimitS > 0 ? formatDuration(timeLimitS * 1000) : unset,
          })}
        </Rule>
        <Rule icon={Repeat} name={t('rules.attempts')}>
          {attemptLimit === 1
            ? t('rules.attemptsOne')
            : t('rules.attemptsMany', { count: attemptLimit ? formatNumber(attemptLimit) : unset })}
        </Rule>
        <Rule icon={ChartNoAxes} name={t('rules.ranking')}>
          {t('rules.rankingText')}
        </Rule>
        <Rule icon={ClipboardCheck} name={t('rules.result')}>
          {t(resultPolicy === 'at_once' ? 'rules.resultAtOnce' : 'rules.resultAfterClose')}
        </Rule>
      </ul>
      <p className="ad-rules-fixed">{t('rules.fixed')}</p>
    </Card>
  )
}

function Rule({ icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} size={22} />
      <span>
        <strong>{name}</strong>
        <br />
        {children}
      </span>
    </li>
  )
}
