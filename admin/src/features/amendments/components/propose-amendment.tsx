import { Banner, Button, DateTimeInput, Dialog, NumberInput, Select, Stack, TextInput } from '@thiso/kit'
import type { ApiBody } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import { RESULT_POLICIES } from '@thiso/contracts/vocab'
import FilePen from 'lucide-react/icons/file-pen'
import { useState } from 'react'
import type { AdminRound } from '../../../lib/contest-queries'
import { useLocalized } from '../../../lib/localized'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { useAmendmentAct } from '../amendment-queries'
import { useAmendmentText } from '../use-amendment-text'

type Change = ApiBody<'proposeRoundAmendment'>['change']

/** Asks a second person for a change of a round that people have taken part in: its limits, its policy, an earlier end. */
export function ProposeAmendment({ rounds }: { rounds: readonly AdminRound[] }) {
  const t = useAmendmentText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const [round, setRound] = useState<AdminRound | null>(null)
  const [change, setChange] = useState<Change>({})
  const [reason, setReason] = useState('')
  const act = useAmendmentAct(
    () => call('proposeRoundAmendment', { params: { roundId: round?.id ?? '' }, body: { change, reason } }),
    t('propose.done'),
    () => setRound(null),
  )
  const fieldProblem = useFieldProblems(act.error)
  const begin = (next: AdminRound | undefined) => {
    act.reset()
    setChange({})
    setReason('')
    setRound(next ?? null)
  }
  const now = round ? { ...round, ...change } : null
  return (
    <>
      <Button icon={FilePen} onClick={() => begin(rounds[0])}>
        {t('propose.act')}
      </Button>
      <Dialog
        open={round !== null}
        title={t('propose.title', { name: round ? localized(round.name) : '' })}
        onClose={() => setRound(null)}
        actions={
          <Button
            variant="primary"
            busy={act.isPending}
            disabled={reason.trim().length < 10 || Object.keys(change).length === 0}
            onClick={() => act.mutate()}
          >
            {t('propose.send')}
          </Button>
        }
      >
        {round && now && (
          <Stack gap={4}>
            <Select
              label={t('propose.round')}
              value={round.id}
              onChange={(id) => begin(rounds.find((other) => other.id === id))}
              options={rounds.map((other) => ({ value: other.id, label: localized(other.name) }))}
            />
            <NumberInput
              label={t('propose.timeLimit')}
              suffix={t('propose.minutes')}
              value={now.timeLimitS / 60}
              decimals={1}
              min={0.5}
              max={360}
              error={fieldProblem('timeLimitS')}
              onChange={(minutes) => minutes !== null && setChange({ ...change, timeLimitS: Math.round(minutes * 60) })}
            />
            <NumberInput
              label={t('propose.attemptLimit')}
              value={now.attemptLimit}
              min={1}
              max={100}
              error={fieldProblem('attemptLimit')}
              onChange={(attemptLimit) => attemptLimit !== null && setChange({ ...change, attemptLimit })}
            />
            <Select
              label={t('propose.resultPolicy')}
              value={now.resultPolicy}
              onChange={(resultPolicy) => setChange({ ...change, resultPolicy })}
              options={RESULT_POLICIES.map((value) => ({ value, label: t(`propose.policies.${value}`) }))}
            />
            <DateTimeInput
              label={t('propose.closesAt')}
              hint={t('propose.closesAtHint')}
              value={now.closesAt}
              error={fieldProblem('closesAt')}
              onChange={(closesAt) => closesAt !== '' && setChange({ ...change, closesAt })}
            />
            <TextInput
              label={t('propose.reason')}
              hint={t('propose.reasonHint')}
              value={reason}
              maxLength={500}
              required
              onChange={setReason}
            />
            {act.error && <Banner tone="bad">{problemText(act.error)}</Banner>}
          </Stack>
        )}
      </Dialog>
    </>
  )
}
