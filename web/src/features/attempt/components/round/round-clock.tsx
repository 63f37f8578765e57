import { Countdown, formatDateTime } from '@thiso/kit'
import type { RoundState } from '@thiso/contracts'
import { serverNow } from '@thiso/kit/api/server-clock'
import type { PublicRoundData } from '../../../../lib/shapes'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** What the round is waiting for. A long way from closing, a date says more than a running clock. */
const NEAR_MS = 24 * 3_600_000

export function RoundClock({ round, state }: { round: PublicRoundData; state: RoundState }) {
  const t = useAttemptTexts()
  if (state === 'closed')
    return <p className="at-round-when">{t('round.closedAt', { time: formatDateTime(round.closesAt) })}</p>
  if (state === 'draft') return null
  // No clock runs while the round stands still: a countdown would promise an end that is going to move.
  if (round.pausedAt !== null)
    return (
      <p className="at-round-when">
        {t('round.pausedSince', { from: formatDateTime(round.pausedAt), to: formatDateTime(round.closesAt) })}
      </p>
    )
  const target = Date.parse(state === 'scheduled' ? round.opensAt : round.closesAt)
  const isFar = state === 'open' && target - serverNow() > NEAR_MS
  return (
    <div className="at-round-clock">
      <p className="at-round-when">{t(state === 'scheduled' ? 'round.opensIn' : 'round.closesIn')}</p>
      <Countdown
        key={target}
        target={target}
        serverNow={serverNow}
        size={state === 'scheduled' && !isFar ? 'large' : 'normal'}
      />
    </div>
  )
}
