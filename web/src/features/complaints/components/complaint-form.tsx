import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner, Button, Card, notify, Select, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useComplaintTexts } from '../texts/use-complaint-texts'

const LEAST = 10

interface ComplaintFormProps {
  attemptId: string
  /** Places of the paper; empty while keys are not shown. */
  positions: readonly number[]
  /** Where one came from. */
  first: number
}

export function ComplaintForm({ attemptId, positions, first }: ComplaintFormProps) {
  const t = useComplaintTexts()
  const sentence = useProblemText()
  const client = useQueryClient()
  const [position, setPosition] = useState(String(first))
  const [text, setText] = useState('')
  const filing = useMutation({
    mutationFn: () =>
      call('fileComplaint', { params: { attemptId }, body: { position: Number(position), text: text.trim() } }),
    onSuccess: async () => {
      setText('')
      notify(t('form.sent'))
      await client.invalidateQueries({ queryKey: ['complaints'] })
    },
  })
  const options = [
    { value: '0', label: t('form.whole') },
    ...positions.map((place) => ({ value: String(place), label: t('form.place', { position: place }) })),
  ]
  return (
    <Card title={t('form.title')}>
      <Stack>
        <Select label={t('form.about')} options={options} value={position} onChange={setPosition} />
        <Textarea
          label={t('form.text')}
          hint={t('form.hint')}
          value={text}
          onChange={setText}
          rows={5}
          maxLength={2_000}
          required
        />
        {filing.error && <Banner tone="bad">{sentence(filing.error)}</Banner>}
        <div>
          <Button
            variant="primary"
            busy={filing.isPending}
            disabled={text.trim().length < LEAST}
            onClick={() => filing.mutate()}
          >
            {t('form.send')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
