import { ActionBar, Button, ConfirmDialog, notify } from '@thiso/kit'
import { type HostStepAct, type HostView, isHostPaced, nextAct } from '@thiso/kit/lesson/host-state'
import { useLessonClock } from '@thiso/kit/lesson/lesson-clock'
import ChevronsRight from 'lucide-react/icons/chevrons-right'
import Pause from 'lucide-react/icons/pause'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useSettled } from '../hooks/use-settled'
import { useRemoteTexts } from '../texts/use-remote-texts'

type Asked = 'skip' | 'lock' | 'end'

/** What comes next as one large button under the thumb, and above it what the clock of an open item allows. */
export function ActBar({ view, steer }: { view: HostView; steer: Steer }) {
  const t = useRemoteTexts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { step } = view
  const { stage } = useLessonClock(step)
  const isSettled = useSettled(`${step.version}`)
  const next = nextAct(view)
  const isPaused = step.pausedAt !== null
  const isOpen = step.phase === 'open'
  const isOwn = !isHostPaced(view)
  // Locking an item that nobody could answer yet would waste it; leaving it out is there for that.
  const isLead = isOpen && !isPaused && stage === 'lead'

  const run = (kind: HostStepAct | 'pause' | 'skip') => {
    setAsked(null)
    void steer.act({ kind })
  }
  const press = (kind: HostStepAct | 'pause') => {
    if (steer.acting || !isSettled()) return
    if (kind === 'end' || (kind === 'lock' && isOwn)) setAsked(kind)
    else run(kind)
  }
  const addTime = async () => {
    if (steer.acting || !(await steer.act({ kind: 'add-time', seconds: isOwn ? 60 : 10 }))) return
    notify(t(isOwn ? 'addedMinute' : 'added'), { duration: 2_000 })
  }
  const canSkip = !isOwn && ((isOpen && !isPaused) || step.phase === 'locked' || step.phase === 'revealed')
  return (
    <>
      <ActionBar className="rm-bar">
        {(isOpen || canSkip) && (
          <div className="rm-bar-small">
            {isOpen && !isPaused && (
              <Button icon={Pause} size="small" onClick={() => press('pause')}>
                {t('pause')}
              </Button>
            )}
            {isOpen && (
              <Button size="small" onClick={() => void addTime()}>
                {t(isOwn ? 'addMinute' : 'addTime')}
              </Button>
            )}
            {canSkip && (
              <Button icon={ChevronsRight} size="small" onClick={() => isSettled() && setAsked('skip')}>
                {t('skip.button')}
              </Button>
            )}
          </div>
        )}
        <Button
          variant="primary"
          size="large"
          block
          disabled={next === null || isLead}
          busy={steer.acting !== null && steer.acting === next}
          onClick={() => next && press(next)}
        >
          <NextWords view={view} next={next} isLead={isLead} />
        </Button>
      </ActionBar>
      <Ask
        name="skip"
        asked={asked}
        values={{ place: step.place }}
        tone="danger"
        onCancel={() => setAsked(null)}
        onConfirm={() => run('skip')}
      />
      <Ask
        name="lockOwn"
        asked={asked === 'lock' ? 'lockOwn' : null}
        onCancel={() => setAsked(null)}
        onConfirm={() => run('lock')}
      />
      <Ask name="end" asked={asked} tone="danger" onCancel={() => setAsked(null)} onConfirm={() => run('end')} />
    </>
  )
}

function NextWords({ view, next, isLead }: { view: HostView; next: HostStepAct | null; isLead: boolean }) {
  const t = useRemoteTexts()
  const { step } = view
  const isOwn = !isHostPaced(view)
  if (isLead) return t('next.lead')
  if (next === null) return t('next.wait')
  if (next === 'lock' && isOwn) return t('next.lockOwn')
  if (next !== 'next') return t(`next.${next}`)
  if (step.phase === 'lobby') return t(isOwn ? 'next.startOwn' : 'next.start')
  return step.place >= step.placeCount || isOwn ? t('next.podium') : t('next.item', { place: step.place + 1 })
}

interface AskProps {
  name: 'skip' | 'lockOwn' | 'end'
  asked: string | null
  values?: Record<string, string | number>
  tone?: 'danger'
  onCancel: () => void
  onConfirm: () => void
}

export function Ask({ name, asked, values = {}, tone, onCancel, onConfirm }: AskProps) {
  const t = useRemoteTexts()
  return (
    <ConfirmDialog
      open={asked === name}
      title={t(`${name}.title`, values)}
      confirmLabel={t(`${name}.confirm`)}
      tone={tone}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <p>{t(`${name}.text`, values)}</p>
    </ConfirmDialog>
  )
}
