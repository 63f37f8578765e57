import { formatDateTime } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import Megaphone from 'lucide-react/icons/megaphone'
import Play from 'lucide-react/icons/play'
import { CloseRound } from '../../../lib/close-round'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useRoundText } from '../use-round-text'
import { ActButton } from './act-button'
import { RevealBoard } from './reveal-board'

/** What can be done to a round in the state it is in. */
export function RoundActs({ round }: { round: AdminRound }) {
  const t = useRoundText()
  const name = useLocalized()(round.name)
  const params = { roundId: round.id }
  const stale = [['rounds', round.id], ['contests']]
  const times = { opensAt: formatDateTime(round.opensAt), closesAt: formatDateTime(round.closesAt) }
  const isLate = Date.parse(round.opensAt) <= serverNow()
  const isOver = Date.parse(round.closesAt) <= serverNow()

  if (round.state === 'draft' && !isOver) {
    return (
      <ActButton
        label={t('act.publish')}
        icon={Megaphone}
        variant="primary"
        title={t('act.publishTitle', { name })}
        act={() => call('publishRound', { params })}
        done={t('act.published')}
        stale={stale}
      >
        {t(isLate ? 'act.publishLate' : 'act.publishText', times)}
      </ActButton>
    )
  }
  if (round.state === 'scheduled') {
    return (
      <ActButton
        label={t('act.open')}
        icon={Play}
        title={t('act.openTitle', { name })}
        act={() => call('openRound', { params })}
        done={t('act.opened')}
        stale={stale}
      >
        {t('act.openText', times)}
      </ActButton>
    )
  }
  if (round.state === 'open') return <CloseRound round={round} />
  return <RevealBoard round={round} />
}
