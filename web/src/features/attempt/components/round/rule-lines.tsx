import { Icon, type LucideIcon, formatDateTime, formatDuration, formatNumber, formatShare } from '@thiso/kit'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Calculator from 'lucide-react/icons/calculator'
import Eye from 'lucide-react/icons/eye'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Repeat from 'lucide-react/icons/repeat'
import Target from 'lucide-react/icons/target'
import Trophy from 'lucide-react/icons/trophy'
import WifiOff from 'lucide-react/icons/wifi-off'
import type { ReactNode } from 'react'
import type { MyPartData, PublicRoundData } from '../../../../lib/shapes'
import { type AttemptTexts, useAttemptTexts } from '../../texts/use-attempt-texts'
import { askedOf } from '../paper/prediction'

type Rules = PublicRoundData['rules']

/** The rules of one round on one page, each a line. */
export function RuleLines({ round, mine }: { round: PublicRoundData; mine: MyPartData | null }) {
  const t = useAttemptTexts()
  const { rules } = round
  const protection = PROTECTIONS.filter((name) => rules.protection[name])
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
          {mine &&
            mine.extraPercent > 0 &&
            ` ${t('round.rule.paperExtra', { percent: formatShare(mine.extraPercent / 100) })}`}
          {rules.movement === 'one-way' && ` ${t('round.rule.paperOneWay')}`}
          {rules.itemClockS !== null &&
            ` ${t('round.rule.paperItemClock', { time: formatDuration(rules.itemClockS * 1000) })}`}
          {rules.allRequired && ` ${t('round.rule.paperAllRequired')}`}
        </Line>
        <Line icon={Repeat} name={t('round.rule.attempts')}>
          {attemptsSaid(round, mine, t)}
        </Line>
        <Line icon={Calculator} name={t('round.rule.scoring')}>
          {scoringSaid(rules.scoring, t)}
        </Line>
        {rules.prediction && (
          <Line icon={Target} name={t('round.rule.prediction')}>
            {t('round.rule.predictionText', { question: t(askedOf(rules.prediction)) })}{' '}
            {t(rules.prediction.per === 'person' ? 'prediction.perPerson' : 'prediction.perAttempt')}
          </Line>
        )}
        <Line icon={ListOrdered} name={t('round.rule.ranking')}>
          {t('round.rule.rankingText', {
            chain: rules.ranking.map(({ by }) => t(`round.rule.by.${by}`)).join(', '),
          })}
        </Line>
        <Line icon={Trophy} name={t('round.rule.result')}>
          {t(resultTexts[round.resultPolicy])}
        </Line>
        <Line icon={WifiOff} name={t('round.rule.network')}>
          {t('round.rule.networkText')}
        </Line>
        {protection.length > 0 && (
          <Line icon={Eye} name={t('round.rule.protection')}>
            {protection.map((name) => t(`round.rule.protected.${name}`)).join(' ')}
          </Line>
        )}
        <Line icon={Eye} name={t('round.rule.log')}>
          <span className="at-noted">
            {NOTED.map((part) => (
              <span key={part}>{t(`round.noted.${part}`)}</span>
            ))}
          </span>
        </Line>
      </dl>
    </section>
  )
}

/** PE-1: what is noted during a paper, what for, and until when it is kept. */
const NOTED = ['what', 'why', 'kept'] as const
const PROTECTIONS = ['watermark', 'copyGuard', 'fullScreen', 'safeBrowser'] as const

const resultTexts = {
  at_once: 'round.rule.resultAtOnce',
  after_close: 'round.rule.resultAfterClose',
  after_publish: 'round.rule.resultAfterPublish',
} as const

function attemptsSaid(round: PublicRoundData, mine: MyPartData | null, t: AttemptTexts): string {
  const { attempts } = round.rules
  const limit = round.attemptLimit
  const period = t(`round.rule.period.${attempts.period}`)
  const counted = t(`round.rule.counted.${attempts.counted}`)
  const said = [
    attempts.period === 'unlimited'
      ? t('round.rule.attemptsUnlimited', { counted })
      : limit === 1
        ? t('round.rule.attemptsOne', { period })
        : t('round.rule.attemptsMany', { limit, period, counted }),
  ]
  if (attempts.waitS > 0) said.push(t('round.rule.attemptsWait', { time: formatDuration(attempts.waitS * 1000) }))
  if (attempts.unseenFirst) said.push(t('round.rule.attemptsUnseen'))
  if (mine && round.state !== 'closed') {
    if (mine.attemptsLeft !== null && limit > 1)
      said.push(t('round.rule.attemptsLeft', { left: mine.attemptsLeft, period }))
    if (mine.nextAttemptAt) said.push(t('round.rule.attemptsNext', { time: unbroken(mine.nextAttemptAt) }))
  }
  return said.join(' ')
}

function scoringSaid({ wrongPenalty, blankPenalty, speedBonus }: Rules['scoring'], t: AttemptTexts): string {
  const said: string[] = []
  if (wrongPenalty === 0 && blankPenalty === 0) said.push(t('round.rule.scoringPlain'))
  else
    said.push(
      wrongPenalty > 0
        ? t('round.rule.scoringWrong', { percent: formatShare(wrongPenalty) })
        : t('round.rule.scoringNoWrong'),
      blankPenalty > 0
        ? t('round.rule.scoringBlank', { percent: formatShare(blankPenalty) })
        : t('round.rule.scoringNoBlank'),
      t('round.rule.scoringFloor'),
    )
  if (speedBonus > 0) said.push(t('round.rule.scoringBonus', { bonus: formatNumber(speedBonus) }))
  return said.join(' ')
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
