import { Banner, Button, Dialog, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import { useState } from 'react'
import type { AdminRound } from '../../../lib/contest-queries'
import { useEndRefusal } from '../use-end-refusal'
import { useClockAct } from '../clock-queries'
import { useClockText } from '../use-clock-text'
import { isReason, ReasonField } from './reason-field'

/** Stops the clock of an open round, or lets it go on. */
export function PauseRound({ round }: { round: AdminRound }) {
  const t = useClockText()
  const refusal = useEndRefusal('moveFirst')
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const isPaused = round.pausedAt !== null
  const params = { roundId: round.id }
  const act = useClockAct(
    round.id,
    () => (isPaused ? call('resumeRound', { params }) : call('pauseRound', { params, body: { reason } })),
    t(isPaused ? 'resume.done' : 'pause.done'),
    () => {
      setAsking(false)
      setReason('')
    },
  )
  const label = t(isPaused ? 'resume.act' : 'pause.act')
  return (
    <>
      <Button icon={isPaused ? Play : Pause} variant={isPaused ? 'primary' : undefined} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        open={isAsking}
        size="small"
        title={t(isPaused ? 'resume.title' : 'pause.title')}
        onClose={() => setAsking(false)}
        actions={
          <Button
            variant="primary"
            busy={act.isPending}
            disabled={!isPaused && !isReason(reason)}
            onClick={() => act.mutate()}
          >
            {label}
          </Button>
        }
      >
        <Stack gap={4}>
          <p>{t(isPaused ? 'resume.text' : 'pause.text')}</p>
          {!isPaused && <ReasonField value={reason} onChange={setReason} />}
          {act.error && <Banner tone="bad">{refusal(act.error)}</Banner>}
        </Stack>
      </Dialog>
    </>
  )
}
