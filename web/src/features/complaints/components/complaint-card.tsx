import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { Badge, type BadgeTone, Button, Card, ConfirmDialog, formatDateTime, notify, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useComplaintTexts } from '../texts/use-complaint-texts'

export type Complaint = ApiOutput<'attemptComplaints'>['complaints'][number]

const TONES: Record<Complaint['state'], BadgeTone> = {
  filed: 'blue',
  'in-review': 'sun',
  upheld: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

interface ComplaintCardProps {
  complaint: Complaint
  /** What stands above it where complaints of several rounds are listed. */
  where?: string
}

/** One complaint with its state, the answer, and a way back while nobody has answered. */
export function ComplaintCard({ complaint, where }: ComplaintCardProps) {
  const t = useComplaintTexts()
  const sentence = useProblemText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { id, position, state, text, outcome, rulingKind, filedAt, decidedAt } = complaint
  const withdrawing = useMutation({
    mutationFn: () => call('withdrawComplaint', { params: { complaintId: id } }),
    onSuccess: async () => {
      setAsking(false)
      notify(t('withdrawn'))
      await client.invalidateQueries({ queryKey: ['complaints'] })
    },
  })
  return (
    <Card
      as="li"
      // Alone on its page the list stands right below the page's heading.
      level={where ? 2 : 3}
      title={position === 0 ? t('form.whole') : t('form.place', { position })}
      actions={<Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>}
    >
      <Stack gap={3}>
        {where && <p className="ts-quiet-text">{where}</p>}
        <p className="complaint-text">{text}</p>
        <p className="ts-quiet-text ts-small">
          {t('filedAt', { at: formatDateTime(filedAt) })}
          {outcome && decidedAt && ` · ${t('decidedAt', { at: formatDateTime(decidedAt) })}`}
        </p>
        {outcome && (
          <div className="complaint-answer">
            <strong>{t('outcome')}</strong>
            <p className="complaint-text">{outcome}</p>
            {rulingKind && <p>{t(`ruling.${rulingKind}`)}</p>}
          </div>
        )}
        {(state === 'filed' || state === 'in-review') && (
          <div>
            <Button variant="quiet" onClick={() => setAsking(true)}>
              {t('withdraw')}
            </Button>
          </div>
        )}
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        busy={withdrawing.isPending}
        error={withdrawing.error && sentence(withdrawing.error)}
        onConfirm={() => withdrawing.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('withdrawText')}
      </ConfirmDialog>
    </Card>
  )
}
