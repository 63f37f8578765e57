import { Banner, Button, DateTimeInput, Dialog, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { useState } from 'react'
import type { AdminRound } from '../../../lib/contest-queries'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { useClockAct } from '../clock-queries'
import { useClockText } from '../use-clock-text'
import { isReason, ReasonField } from './reason-field'

/** Moves the end of an open round later. */
export function ExtendRound({ round }: { round: AdminRound }) {
  const t = useClockText()
  const problemText = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const [closesAt, setClosesAt] = useState(round.closesAt)
  const [reason, setReason] = useState('')
  const act = useClockAct(
    round.id,
    () => call('extendRound', { params: { roundId: round.id }, body: { closesAt, reason } }),
    t('extend.done'),
    () => {
      setAsking(false)
      setReason('')
    },
  )
  const fieldProblem = useFieldProblems(act.error)
  const isLater = closesAt !== '' && Date.parse(closesAt) > Date.parse(round.closesAt)
  return (
    <>
      <Button
        icon={CalendarPlus}
        onClick={() => {
          act.reset()
          setClosesAt(round.closesAt)
          setAsking(true)
        }}
      >
        {t('extend.act')}
      </Button>
      <Dialog
        open={isAsking}
        size="small"
        title={t('extend.title')}
        onClose={() => setAsking(false)}
        actions={
          <Button
            variant="primary"
            busy={act.isPending}
            disabled={!isLater || !isReason(reason)}
            onClick={() => act.mutate()}
          >
            {t('extend.act')}
          </Button>
        }
      >
        <Stack gap={4}>
          <p>{t('extend.text')}</p>
          <DateTimeInput
            label={t('extend.closesAt')}
            value={closesAt}
            error={fieldProblem('closesAt')}
            required
            onChange={setClosesAt}
          />
          <ReasonField value={reason} onChange={setReason} />
          {act.error && <Banner tone="bad">{problemText(act.error)}</Banner>}
        </Stack>
      </Dialog>
    </>
  )
}
