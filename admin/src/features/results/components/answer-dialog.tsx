import { Banner, Button, Dialog, RadioGroup, Select, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useResultAct, useRulings } from '../results-queries'
import { useResultsText } from '../use-results-text'

interface AnswerDialogProps {
  roundId: string
  ids: readonly string[]
  /** What the complaints are about; null: whole results. */
  itemVersionId: string | null
  onClose: () => void
}

/** The same words to everybody who complained about it. */
export function AnswerDialog({ roundId, ids, itemVersionId, onClose }: AnswerDialogProps) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [act, setAct] = useState<'uphold' | 'reject'>('reject')
  const [outcome, setOutcome] = useState('')
  const rulings = useRulings(roundId)
  const approved = (rulings.data?.rulings ?? []).filter(({ state }) => state === 'approved')
  // The newest ruling about the same item is what most likely followed.
  const own = approved.filter((ruling) => itemVersionId !== null && ruling.itemVersionId === itemVersionId)
  const [chosen, setRuling] = useState<string>()
  const rulingId = chosen ?? own[0]?.id ?? ''
  const answering = useResultAct(
    roundId,
    () =>
      call('actOnComplaints', {
        params: { roundId },
        body: { ids: [...ids], act, outcome: outcome.trim(), rulingId: rulingId || null },
      }),
    t('complaints.answered'),
    onClose,
  )
  return (
    <Dialog
      open
      title={t('complaints.answerTitle', { count: ids.length })}
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          busy={answering.isPending}
          disabled={outcome.trim().length < 5}
          onClick={() => answering.mutate()}
        >
          {t('complaints.send')}
        </Button>
      }
    >
      <Stack>
        {answering.error && <Banner tone="bad">{problemText(answering.error)}</Banner>}
        <RadioGroup
          label={t('complaints.decision')}
          options={(['uphold', 'reject'] as const).map((value) => ({ value, label: t(`complaints.${value}`) }))}
          value={act}
          onChange={setAct}
          look="segments"
        />
        <Textarea
          label={t('complaints.outcome')}
          value={outcome}
          onChange={setOutcome}
          rows={4}
          maxLength={2_000}
          required
        />
        <Select
          label={t('complaints.ruling')}
          options={[
            { value: '', label: t('complaints.noRuling') },
            ...(itemVersionId === null ? approved : own).map((ruling) => ({
              value: ruling.id,
              label: `${t(`rulings.kind.${ruling.kind}`)}: ${ruling.itemCode ?? ruling.personName ?? ''}`,
            })),
          ]}
          value={rulingId}
          onChange={setRuling}
        />
      </Stack>
    </Dialog>
  )
}
