import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Dialog, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { ListedWinner } from './use-winner-list'

const ROUTES = {
  withdraw: 'withdrawCertificate',
  confirmWithdraw: 'withdrawCertificate',
  keep: 'keepWinner',
  mask: 'maskWinner',
} as const
export type ReasonedAct = keyof typeof ROUTES

interface ReasonDialogProps {
  act: ReasonedAct
  winner: ListedWinner
  onClose: () => void
  onDone: () => void
}

/** An act about a winner that stays in the log with its reason. */
export function ReasonDialog({ act, winner, onClose, onDone }: ReasonDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [reason, setReason] = useState('')
  const acting = useMutation({
    mutationFn: () => call(ROUTES[act], { params: { winnerId: winner.id }, body: { reason } }),
    onSuccess: onDone,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${act}.title`, { name: winner.name })}
      actions={
        <Button
          variant={act === 'keep' ? 'primary' : 'danger'}
          busy={acting.isPending}
          disabled={reason.trim().length < 3}
          onClick={() => acting.mutate()}
        >
          {t(`${act}.confirm`)}
        </Button>
      }
    >
      <Stack>
        {acting.error && <Banner tone="bad">{problemText(acting.error)}</Banner>}
        <p>{t(`${act}.lead`)}</p>
        <TextInput
          label={t(`${act}.reason`)}
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
