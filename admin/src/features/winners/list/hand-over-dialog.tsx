import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Checkbox, DateTimeInput, Dialog, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { ListedWinner } from './use-winner-list'

interface HandOverDialogProps {
  winner: ListedWinner
  onClose: () => void
  onDone: () => void
}

/** When, to whom, and by whose consent a prize was handed over. */
export function HandOverDialog({ winner, onClose, onDone }: HandOverDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [at, setAt] = useState(() => new Date().toISOString())
  const [receiver, setReceiver] = useState('')
  const [isProxy, setProxy] = useState(false)
  const [hasWrittenConsent, setConsent] = useState(false)
  const [note, setNote] = useState('')
  const handing = useMutation({
    mutationFn: () =>
      call('handOverPrize', {
        params: { winnerId: winner.id },
        body: { at: new Date(at).toISOString(), receiver, isProxy, hasWrittenConsent, note },
      }),
    onSuccess: onDone,
  })
  const isReady = at !== '' && receiver.trim().length >= 2 && (!isProxy || hasWrittenConsent)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('handOver.title', { name: winner.name })}
      actions={
        <Button variant="primary" busy={handing.isPending} disabled={!isReady} onClick={() => handing.mutate()}>
          {t('handOver.confirm')}
        </Button>
      }
    >
      <Stack>
        {handing.error && <Banner tone="bad">{problemText(handing.error)}</Banner>}
        <DateTimeInput label={t('handOver.at')} value={at} onChange={setAt} required />
        <TextInput label={t('handOver.receiver')} value={receiver} onChange={setReceiver} maxLength={120} required />
        <Checkbox label={t('handOver.isProxy')} checked={isProxy} onChange={setProxy} />
        {isProxy && (
          <Checkbox
            label={t('handOver.consent')}
            hint={t('handOver.consentHint')}
            checked={hasWrittenConsent}
            onChange={setConsent}
          />
        )}
        <TextInput label={t('handOver.note')} value={note} onChange={setNote} maxLength={500} />
      </Stack>
    </Dialog>
  )
}
