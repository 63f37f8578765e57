import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Dialog, notify, Select, Stack, Textarea, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { useCaseText } from '../use-case-text'

const LEAST_NOTE = 10
const LEAST_REASON = 5

/** CA-2: an organizer saw something, and says what. */
export function OpenCaseDialog({ roundId, onClose }: { roundId: string; onClose: () => void }) {
  const t = useCaseText()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [q, setQ] = useState('')
  const [attemptId, setAttempt] = useState('')
  const [otherId, setOther] = useState('')
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const people = useQuery({
    queryKey: ['rounds', roundId, 'standings', 'cases', q],
    queryFn: ({ signal }) => call('standings', { params: { roundId }, query: { q, size: 50 }, signal }),
    placeholderData: (before) => before,
  })
  const options = (people.data?.rows ?? []).map((row) => ({
    value: row.attemptId,
    label: `${row.name}, ${row.unitName} (${row.rank})`,
  }))
  const opening = useMutation({
    mutationFn: () =>
      call('openCase', {
        params: { roundId },
        body: { attemptId, reason: reason.trim(), note: note.trim(), withAttemptIds: otherId ? [otherId] : [] },
      }),
    onSuccess: async ({ caseId }) => {
      notify(t('opened'))
      await client.invalidateQueries({ queryKey: ['cases'] })
      await navigate(`/vu-viec/${caseId}`)
    },
  })
  const isReady = attemptId && reason.trim().length >= LEAST_REASON && note.trim().length >= LEAST_NOTE
  return (
    <Dialog
      open
      size="large"
      title={t('openTitle')}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={opening.isPending} disabled={!isReady} onClick={() => opening.mutate()}>
          {t('open')}
        </Button>
      }
    >
      <Stack>
        {opening.error && <Banner tone="bad">{problemText(opening.error)}</Banner>}
        <TextInput label={t('search')} value={q} onChange={setQ} maxLength={100} />
        <Select label={t('attempt')} placeholder="–" options={options} value={attemptId} onChange={setAttempt} />
        <Select
          label={t('beside')}
          options={[{ value: '', label: t('nobody') }, ...options.filter(({ value }) => value !== attemptId)]}
          value={otherId}
          onChange={setOther}
        />
        <TextInput label={t('reason')} value={reason} onChange={setReason} maxLength={500} required />
        <Textarea
          label={t('note')}
          hint={t('noteHint')}
          value={note}
          onChange={setNote}
          rows={4}
          maxLength={4_000}
          required
        />
      </Stack>
    </Dialog>
  )
}
