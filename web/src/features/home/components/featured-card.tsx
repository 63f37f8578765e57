import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { RoundState } from '@thiso/contracts'
import {
  Badge,
  type BadgeTone,
  Button,
  Card,
  Countdown,
  formatDateTime,
  formatNumber,
  LinkButton,
  notify,
} from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import BellPlus from 'lucide-react/icons/bell-plus'
import { Link } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import { homeQuery, roundQuery } from '../../../lib/queries'
import { saveFile } from '../../../lib/save-file'
import { useSession } from '../../../lib/session'
import type { PublicContestData, PublicRoundData } from '../../../lib/shapes'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { reminderFile } from '../hooks/reminder'
import { useHomeTexts } from '../texts/use-home-texts'
import { nextStep } from '../hooks/next-step'

const tones: Record<RoundState, BadgeTone> = { draft: 'neutral', scheduled: 'blue', open: 'good', closed: 'neutral' }

interface FeaturedCardProps {
  contest: PublicContestData
  round: PublicRoundData
  state: RoundState
}

/** Where one is, how much time there is, and the next tap. */
export function FeaturedCard({ contest, round, state }: FeaturedCardProps) {
  const t = useHomeTexts()
  const words = useLibTexts()
  const localized = useLocalized()
  const client = useQueryClient()
  const { account, isLoading } = useSession()
  const isStaff = account?.role === 'organizer' || account?.role === 'administrator'
  const mine = useQuery({ ...roundQuery(round.id), enabled: account !== null && !isStaff && state !== 'scheduled' })
  const { period } = round.rules.attempts
  const step = nextStep(state, mine.data?.mine ?? null, serverNow())

  // Everyone's countdown ends in the same second; the requests for what is new need not come in it.
  const askLater = () =>
    setTimeout(() => void client.invalidateQueries({ queryKey: homeQuery.queryKey }), Math.random() * 8000)

  const remind = () => {
    const url = `${window.location.origin}/dot/${round.id}`
    const title = t('reminder.title', { round: localized(round.name), contest: localized(contest.title) })
    const file = reminderFile({ id: round.id, startsAt: round.opensAt, title, text: t('reminder.text', { url }), url })
    saveFile(`${contest.slug}-${round.ordinal}.ics`, 'text/calendar', file)
    notify(t('action.remindDone'), { tone: 'info' })
  }

  return (
    <Card tone="raised" className="home-featured">
      <div className="home-featured-head">
        <h2>{localized(round.name)}</h2>
        <Badge tone={tones[state]} dot={state === 'open'}>
          {words(`roundState.${state}`)}
        </Badge>
      </div>
      <p className="ts-quiet-text ts-number">
        {t('window', { from: formatDateTime(round.opensAt), to: formatDateTime(round.closesAt) })}
      </p>
      <ul className="home-facts">
        <li>{t('facts.items', { count: round.itemCount })}</li>
        <li>{t('facts.time', { minutes: formatNumber(Math.round(round.timeLimitS / 6) / 10) })}</li>
        <li>
          {period === 'round'
            ? t('facts.attempts', { count: round.attemptLimit })
            : t(`facts.per.${period}`, { limit: round.attemptLimit })}
        </li>
      </ul>
      <div className="home-countdown">
        {state === 'scheduled' && (
          <>
            <p>{t('countdown.opens')}</p>
            <Countdown key="opens" target={Date.parse(round.opensAt)} serverNow={serverNow} onEnd={askLater} />
          </>
        )}
        {state === 'open' && round.pausedAt !== null && <p>{t('countdown.paused')}</p>}
        {state === 'open' && round.pausedAt === null && (
          <>
            <p>{t('countdown.closes')}</p>
            <Countdown key="closes" target={Date.parse(round.closesAt)} serverNow={serverNow} onEnd={askLater} />
          </>
        )}
        {state === 'closed' && <p>{t('countdown.closed', { at: formatDateTime(round.closesAt) })}</p>}
      </div>
      {isStaff ? (
        <p>
          {t('staff')} <a href="/admin/">{t('staffLink')}</a>
        </p>
      ) : (
        <>
          <LinkButton variant="primary" size="large" block to={step.to ?? `/dot/${round.id}`}>
            {t(`action.${step.action}`)}
          </LinkButton>
          {step.note && (
            <p className="home-note">
              {t(`action.${step.note}`, {
                count: mine.data?.mine?.attemptsLeft ?? 0,
                at: formatDateTime(mine.data?.mine?.nextAttemptAt ?? round.closesAt),
              })}
            </p>
          )}
          {state === 'scheduled' && (
            <Button variant="quiet" block icon={BellPlus} onClick={remind}>
              {t('action.remind', { at: formatDateTime(round.opensAt) })}
            </Button>
          )}
          {!account && !isLoading && (
            <p className="home-note">
              {t('action.needAccount')} <Link to={`/dang-ky?tiep=/dot/${round.id}`}>{t('action.signUp')}</Link>
            </p>
          )}
        </>
      )}
    </Card>
  )
}
