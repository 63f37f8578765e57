import { useMutation } from '@tanstack/react-query'
import { WINNER_OUTCOMES, type WinnerOutcome } from '@thiso/contracts/vocab'
import { Banner, Button, Dialog, RadioGroup, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { ListedWinner } from './use-winner-list'

interface EndDialogProps {
  winner: ListedWinner
  onClose: () => void
  onDone: () => void
}

/** Why a winner loses the place. */
export function EndDialog({ winner, onClose, onDone }: EndDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [outcome, setOutcome] = useState<WinnerOutcome>('declined')
  const [reason, setReason] = useState('')
  const ending = useMutation({
    mutationFn: () => call('endWinner', { params: { winnerId: winner.id }, body: { outcome, reason } }),
    onSuccess: onDone,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('end.title', { name: winner.name })}
      actions={
        <Button
          variant="danger"
          busy={ending.isPending}
          disabled={reason.trim().length < 3}
          onClick={() => ending.mutate()}
        >
          {t('end.confirm')}
        </Button>
      }
    >
      <Stack>
        {ending.error && <Banner tone="bad">{problemText(ending.error)}</Banner>}
        <p>{t('end.lead')}</p>
        <RadioGroup
          label={t('end.outcome')}
          options={WINNER_OUTCOMES.map((value) => ({ value, label: t(`list.state.${value}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextInput label={t('end.reason')} value={reason} onChange={setReason} maxLength={500} required />
      </Stack>
    </Dialog>
  )
}
