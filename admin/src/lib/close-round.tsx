import { Button, ConfirmDialog, Stack, formatDateTime, formatNumber, formatTime, notify } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import CircleStop from 'lucide-react/icons/circle-stop'
import { useState } from 'react'
import { useCommon } from './common'
import { monitorQuery } from './contest-queries'
import type { LocalizedValue } from './localized-field'
import { useLocalized } from './localized'
import { useProblemText } from './problem'

interface CloseRoundProps {
  round: { id: string; name: LocalizedValue; closesAt: string }
}

/** Ends an open round before its time. Asks twice: once with the consequence, once for the name. */
export function CloseRound({ round }: CloseRoundProps) {
  const t = useCommon()
  const name = useLocalized()(round.name)
  const problemText = useProblemText()
  const client = useQueryClient()
  const [step, setStep] = useState<'idle' | 'consequence' | 'name'>('idle')
  const reading = useQuery({ ...monitorQuery(round.id), enabled: step !== 'idle' })
  const close = useMutation({
    mutationFn: () => call('closeRound', { params: { roundId: round.id } }),
    onSuccess: async () => {
      setStep('idle')
      notify(t('closeRound.done'))
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rounds', round.id] }),
        client.invalidateQueries({ queryKey: ['contests'] }),
      ])
    },
  })

  const at = formatTime(serverNow())
  const working = reading.data?.inProgressCount
  const consequence =
    working === undefined
      ? t(reading.isPending ? 'closeRound.reading' : 'closeRound.unknown', { at })
      : working === 0
        ? t('closeRound.nobody')
        : t('closeRound.people', { count: working, shown: formatNumber(working), at })

  return (
    <>
      <Button
        icon={CircleStop}
        onClick={() => {
          close.reset()
          setStep('consequence')
        }}
      >
        {t('closeRound.act')}
      </Button>
      <ConfirmDialog
        open={step === 'consequence'}
        title={t('closeRound.title', { name })}
        tone="danger"
        confirmLabel={t('closeRound.next')}
        onConfirm={() => setStep('name')}
        onCancel={() => setStep('idle')}
      >
        <Stack gap={3}>
          <p>{consequence}</p>
          <p>
            {t('closeRound.planned', { closesAt: formatDateTime(round.closesAt) })} {t('closeRound.final')}
          </p>
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'name'}
        title={t('closeRound.sureTitle', { name })}
        tone="danger"
        confirmLabel={t('closeRound.act')}
        demandText={name}
        busy={close.isPending}
        error={close.error ? problemText(close.error) : undefined}
        onConfirm={() => close.mutate()}
        onCancel={() => setStep('idle')}
      >
        <p>{t('closeRound.sureText')}</p>
      </ConfirmDialog>
    </>
  )
}
