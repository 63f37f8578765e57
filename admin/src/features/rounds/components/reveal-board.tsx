import { formatDateTime } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Snowflake from 'lucide-react/icons/snowflake'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useRoundText } from '../use-round-text'
import { ActButton } from './act-button'

/** Of a closed round whose public board still stands still: makes the rest public, after saying what that is. */
export function RevealBoard({ round }: { round: AdminRound }) {
  const t = useRoundText()
  const name = useLocalized()(round.name)
  if (!round.freezeAt || round.revealedAt) return null
  const at = formatDateTime(round.freezeAt)
  return (
    <ActButton
      label={t('reveal.act')}
      icon={Snowflake}
      variant="primary"
      title={t('reveal.title', { name })}
      act={() => call('revealBoard', { params: { roundId: round.id } })}
      done={t('reveal.done')}
      stale={[['rounds', round.id], ['contests']]}
    >
      <p>{t('reveal.text', { at })}</p>
      <ul>
        <li>{t('reveal.places')}</li>
        <li>{t('reveal.units')}</li>
        <li>{t('reveal.own')}</li>
      </ul>
      <p>{t('reveal.final')}</p>
    </ActButton>
  )
}
