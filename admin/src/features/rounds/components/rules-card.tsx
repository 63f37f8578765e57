import {
  entryLines,
  formLines,
  type NameOf,
  rankingLines,
  scoringLines,
  type RoundSettings,
} from '@thiso/contracts/rule-words'
import { Card, formatDateTime, formatDuration, Icon, type LucideIcon, useLocale } from '@thiso/kit'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ChartNoAxes from 'lucide-react/icons/chart-no-axes-column'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Timer from 'lucide-react/icons/timer'
import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import { useRoundText } from '../use-round-text'
import './rules-card.css'

export interface RulesFacts extends RoundSettings {
  /** '' while not set. */
  opensAt: string
  closesAt: string
  /** Names of the contest's other rounds by id, of its tables by code. */
  nameOf: NameOf
  /** Whether the contest has tables. */
  hasTables: boolean
}

/** The rules in the sentences of the thể lệ, alive while the round is being set up. */
export function RulesCard({ opensAt, closesAt, nameOf, hasTables, ...settings }: RulesFacts) {
  const t = useRoundText()
  const [locale] = useLocale()
  const unset = t('rules.unset')
  const moment = (at: string) => (at ? formatDateTime(at) : unset)
  const span = opensAt && closesAt ? Date.parse(closesAt) - Date.parse(opensAt) : 0
  const entry = entryLines(settings.rules, locale, nameOf, hasTables)
  return (
    <Card title={t('rules.title')} tone="sunken">
      <ul className="ad-rules">
        <Rule icon={CalendarClock} name={t('rules.window')}>
          {t('rules.windowText', { opensAt: moment(opensAt), closesAt: moment(closesAt) })}{' '}
          {span > 0 && t('rules.span', { span: formatDuration(span) })}
        </Rule>
        {entry.length > 0 && (
          <Rule icon={Users} name={t('rules.entry')}>
            <Lines of={entry} />
          </Rule>
        )}
        <Rule icon={Timer} name={t('rules.paper')}>
          <Lines of={formLines(settings, locale)} />
        </Rule>
        <Rule icon={ClipboardCheck} name={t('rules.scoring')}>
          <Lines of={scoringLines(settings, locale)} />
        </Rule>
        <Rule icon={ChartNoAxes} name={t('rules.ranking')}>
          <ol className="ad-rules-lines">
            {rankingLines(settings.rules.ranking, settings.rules.prediction, locale).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Rule>
      </ul>
      <p className="ad-rules-fixed">{t('rules.fixed')}</p>
    </Card>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span className="ad-rules-line" key={line}>
      {line}
    </span>
  ))
}

function Rule({ icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} size={22} />
      <div>
        <strong>{name}</strong>
        <br />
        {children}
      </div>
    </li>
  )
}
