import { Icon, type LucideIcon, formatDateTime, formatDuration } from '@thiso/kit'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Eye from 'lucide-react/icons/eye'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Repeat from 'lucide-react/icons/repeat'
import Trophy from 'lucide-react/icons/trophy'
import WifiOff from 'lucide-react/icons/wifi-off'
import type { ReactNode } from 'react'
import type { MyPartData, PublicRoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** The rules of one round on one page, each a line. */
export function RuleLines({ round, mine }: { round: PublicRoundData; mine: MyPartData | null }) {
  const t = useAttemptTexts()
  const { attemptLimit } = round
  return (
    <section className="at-rules" aria-labelledby="the-le">
      <h2 id="the-le">{t('round.rules')}</h2>
      <dl>
        <Line icon={CalendarClock} name={t('round.rule.window')}>
          {t('round.rule.windowText', { from: unbroken(round.opensAt), to: unbroken(round.closesAt) })}
        </Line>
        <Line icon={ClipboardList} name={t('round.rule.paper')}>
          {t('round.rule.paperText', { items: round.itemCount, time: formatDuration(round.timeLimitS * 1000) })}{' '}
          {t('round.rule.paperCut')}
        </Line>
        <Line icon={Repeat} name={t('round.rule.attempts')}>
          {attemptLimit === 1 ? t('round.rule.attemptsOne') : t('round.rule.attemptsMany', { limit: attemptLimit })}{' '}
          {mine &&
            attemptLimit > 1 &&
            round.state !== 'closed' &&
            t('round.rule.attemptsLeft', { left: mine.attemptsLeft })}
        </Line>
        <Line icon={ListOrdered} name={t('round.rule.ranking')}>
          {t('round.rule.rankingText')}
        </Line>
        <Line icon={Trophy} name={t('round.rule.result')}>
          {t(round.resultPolicy === 'at_once' ? 'round.rule.resultAtOnce' : 'round.rule.resultAfterClose')}
        </Line>
        <Line icon={WifiOff} name={t('round.rule.network')}>
          {t('round.rule.networkText')}
        </Line>
        <Line icon={Eye} name={t('round.rule.log')}>
          {t('round.rule.logText')}
        </Line>
      </dl>
    </section>
  )
}

/** The date and its time stay on one line. */
const unbroken = (moment: string) => formatDateTime(moment).replace(' ', '\u00a0')

function Line({ icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="at-rule">
      <dt>
        <Icon of={icon} size={22} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
