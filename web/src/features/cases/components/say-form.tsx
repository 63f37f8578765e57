import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Banner, Button, ConfirmDialog, notify, Stack, Textarea } from '@thiso/kit'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useCaseTexts } from '../texts/use-case-texts'
import { useDraft } from '../use-draft'

const LEAST = 10

interface SayFormProps {
  caseId: string
  part: 'answer' | 'appeal'
  send: (text: string) => Promise<ApiOutput<'myCase'>>
}

/** What can be said once: typed at leisure, kept on the device, sent after a second look. */
export function SayForm({ caseId, part, send }: SayFormProps) {
  const t = useCaseTexts()
  const sentence = useProblemText()
  const client = useQueryClient()
  const [text, setText, clear] = useDraft(`${caseId}.${part}`)
  const [isAsking, setAsking] = useState(false)
  const sending = useMutation({
    mutationFn: () => send(text.trim()),
    onSuccess: async (found) => {
      clear()
      setAsking(false)
      notify(t(`${part}.sent`))
      client.setQueryData(['cases', caseId], found)
      await client.invalidateQueries({ queryKey: ['cases', 'mine'] })
    },
  })
  return (
    <Stack gap={4}>
      <Textarea
        label={t(`${part}.label`)}
        hint={t(`${part}.hint`)}
        value={text}
        onChange={setText}
        rows={7}
        maxLength={4_000}
        required
      />
      {sending.error && !isAsking && <Banner tone="bad">{sentence(sending.error)}</Banner>}
      <div>
        <Button variant="primary" disabled={text.trim().length < LEAST} onClick={() => setAsking(true)}>
          {t(`${part}.send`)}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t(`${part}.send`)}
        confirmLabel={t(`${part}.send`)}
        busy={sending.isPending}
        error={sending.error && sentence(sending.error)}
        onConfirm={() => sending.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t(`${part}.confirm`)}
      </ConfirmDialog>
    </Stack>
  )
}
