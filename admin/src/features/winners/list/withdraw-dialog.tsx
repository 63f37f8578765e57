import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Dialog, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { ListedWinner } from './use-winner-list'

interface WithdrawDialogProps {
  winner: ListedWinner
  onClose: () => void
  onDone: () => void
}

/** WN-12: why a certificate no longer holds. */
export function WithdrawDialog({ winner, onClose, onDone }: WithdrawDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [reason, setReason] = useState('')
  const withdrawing = useMutation({
    mutationFn: () => call('withdrawCertificate', { params: { winnerId: winner.id }, body: { reason } }),
    onSuccess: onDone,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('withdraw.title', { name: winner.name })}
      actions={
        <Button
          variant="danger"
          busy={withdrawing.isPending}
          disabled={reason.trim().length < 3}
          onClick={() => withdrawing.mutate()}
        >
          {t('withdraw.confirm')}
        </Button>
      }
    >
      <Stack>
        {withdrawing.error && <Banner tone="bad">{problemText(withdrawing.error)}</Banner>}
        <p>{t('withdraw.lead')}</p>
        <TextInput
          label={t('withdraw.reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          data-autofocus
          required
        />
      </Stack>
    </Dialog>
  )
}
