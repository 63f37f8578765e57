import { LinkButton, formatDateTime } from '@thiso/kit'
import { useLocalized } from '../../../../lib/localized'
import { signInPath } from '../../../../lib/session'
import type { PublicRoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import type { RoundAction as Action } from './action-of'
import { StartAction } from './start-action'

interface RoundActionProps {
  action: Action
  round: PublicRoundData
  onRefused: () => void
}

/** What can be done about this round right now: one button, and the sentence that explains it. */
export function RoundAction({ action, round, onRefused }: RoundActionProps) {
  const t = useAttemptTexts()
  const words = useLocalized()
  const board = (
    <LinkButton variant="quiet" block to={`/bang/${round.id}`}>
      {t('round.seeBoard')}
    </LinkButton>
  )
  const result = (attemptId: string | null, isPrimary: boolean) =>
    attemptId && (
      <LinkButton variant={isPrimary ? 'primary' : 'secondary'} size="large" block to={`/ket-qua/${attemptId}`}>
        {t('round.seeResult')}
      </LinkButton>
    )
  switch (action.kind) {
    case 'continue':
      return (
        <>
          <p className="at-consequence">{t('round.continueHint')}</p>
          <LinkButton variant="primary" size="large" block to={`/bai/${action.attemptId}`}>
            {t('round.continue')}
          </LinkButton>
        </>
      )
    case 'start':
      return <StartAction {...action} round={round} onRefused={onRefused} />
    case 'sign-in': {
      const back = signInPath(`/dot/${round.id}`)
      return (
        <>
          <p className="at-consequence">{t('round.signInHint')}</p>
          <div className="at-round-pair">
            <LinkButton to={back.replace('/dang-nhap', '/dang-ky')}>{t('round.signUp')}</LinkButton>
            <LinkButton variant="primary" to={back}>
              {t('round.signIn')}
            </LinkButton>
          </div>
        </>
      )
    }
    case 'wait':
      return (
        <p className="at-consequence">
          {round.state === 'draft'
            ? t('round.preparing')
            : t('round.waitHint', { time: formatDateTime(round.opensAt) })}
        </p>
      )
    case 'later':
      return (
        <>
          <p className="at-consequence">{t('round.waitAttempt', { time: formatDateTime(action.at) })}</p>
          {result(action.lastAttemptId, true)}
          {board}
        </>
      )
    case 'barred':
      return (
        <>
          <p className="at-consequence">{words(action.why)}</p>
          {board}
        </>
      )
    case 'paused':
      return <p className="at-consequence">{t('round.paused')}</p>
    case 'used-up':
      return (
        <>
          <p className="at-consequence">
            {round.rules.attempts.period === 'contest'
              ? t('round.usedUpContest', { limit: round.attemptLimit })
              : round.attemptLimit === 1
                ? t('round.usedUpOne')
                : t('round.usedUp', { limit: round.attemptLimit })}
          </p>
          {result(action.lastAttemptId, true)}
          {board}
        </>
      )
    case 'closed':
      return (
        <>
          <p className="at-consequence">{t(action.lastAttemptId ? 'round.closed' : 'round.closedMissed')}</p>
          {result(action.lastAttemptId, true)}
          <LinkButton
            variant={action.lastAttemptId ? 'quiet' : 'primary'}
            size={action.lastAttemptId ? 'normal' : 'large'}
            block
            to={`/bang/${round.id}`}
          >
            {t('round.seeBoard')}
          </LinkButton>
        </>
      )
    case 'staff':
      return (
        <>
          <p className="at-consequence">{t('round.staff')}</p>
          {board}
        </>
      )
  }
}
