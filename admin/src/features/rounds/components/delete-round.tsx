import { call } from '@thiso/kit/api/client'
import Trash from 'lucide-react/icons/trash-2'
import { useNavigate } from 'react-router'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useRoundText } from '../use-round-text'
import { ActButton } from './act-button'

export function DeleteRound({ round }: { round: AdminRound }) {
  const t = useRoundText()
  const name = useLocalized()(round.name)
  const navigate = useNavigate()
  return (
    <ActButton
      label={t('act.delete')}
      icon={Trash}
      tone="danger"
      title={t('act.deleteTitle', { name })}
      demandText={name}
      act={() => call('deleteRound', { params: { roundId: round.id } })}
      done={t('act.deleted', { name })}
      stale={[['contests']]}
      onDone={() => navigate(`/cuoc-thi/${round.contestId}`, { replace: true })}
    >
      {t('act.deleteText')}
    </ActButton>
  )
}
