import { ActionBar, Button, ConfirmDialog } from '@thiso/kit'
import {
  addedSeconds,
  canHonourNow,
  hasClock,
  type HostStepAct,
  type HostView,
  isHostPaced,
  isPodiumEarly,
  nextAct,
} from '@thiso/kit/lesson/host-state'
import { useLead } from '@thiso/kit/lesson/lesson-clock'
import ChevronsRight from 'lucide-react/icons/chevrons-right'
import Pause from 'lucide-react/icons/pause'
import Trophy from 'lucide-react/icons/trophy'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useSettled } from '../hooks/use-settled'
import { useRemoteTexts, whoOf } from '../texts/use-remote-texts'
import './act-bar.css'

type Asked = 'skip' | 'lock' | 'podium' | 'end'

/** What comes next as one large button under the thumb, and above it what the clock of an open item allows. */
export function ActBar({ view, steer }: { view: HostView; steer: Steer }) {
  const t = useRemoteTexts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { step } = view
  const isLead = useLead(step)
  const isSettled = useSettled(`${step.version}`)
  const next = nextAct(view, isLead)
  const isPaused = step.pausedAt !== null
  const isOpen = step.phase === 'open'
  const isOwn = !isHostPaced(view)
  const isClocked = isOpen && hasClock(view)
  const isEarly = canHonourNow(view)
  const isLastStanding = next === 'podium' && isPodiumEarly(view)

  const run = (kind: HostStepAct | 'pause' | 'skip') => {
    setAsked(null)
    void steer.act({ kind })
  }
  const press = (kind: HostStepAct | 'pause') => {
    if (steer.acting || !isSettled()) return
    if (kind === 'end' || (kind === 'lock' && isOwn) || (kind === 'podium' && isPodiumEarly(view))) setAsked(kind)
    else run(kind)
  }
  const addTime = async () => {
    if (steer.acting || !(await steer.act({ kind: 'add-time', seconds: addedSeconds(view) }))) return
    steer.say(t(isOwn ? 'addedMinute' : 'added'))
  }
  const canSkip = !isOwn && ((isOpen && !isPaused) || step.phase === 'locked' || step.phase === 'revealed')
  return (
    <>
      <ActionBar className="rm-bar">
        {(isClocked || canSkip || isEarly || isLastStanding) && (
          <div className="rm-bar-small">
            {isClocked && !isPaused && (
              <Button icon={Pause} size="small" onClick={() => press('pause')}>
                {t('pause')}
              </Button>
            )}
            {isClocked && (
              <Button size="small" onClick={() => void addTime()}>
                {t(isOwn ? 'addMinute' : 'addTime')}
              </Button>
            )}
            {canSkip && (
              <Button icon={ChevronsRight} size="small" onClick={() => isSettled() && setAsked('skip')}>
                {t('skip.button')}
              </Button>
            )}
            {isEarly && (
              <Button icon={Trophy} size="small" onClick={() => isSettled() && setAsked('podium')}>
                {t('podium.button')}
              </Button>
            )}
            {isLastStanding && (
              <Button size="small" onClick={() => press('next')}>
                {t('next.item', { place: step.place + 1 })}
              </Button>
            )}
          </div>
        )}
        <Button
          variant="primary"
          size="large"
          block
          disabled={next === null}
          busy={steer.acting !== null && steer.acting === next}
          onClick={() => next && press(next)}
        >
          <NextWords view={view} next={next} />
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
        name="podium"
        asked={asked}
        values={{ count: step.placeCount - step.place }}
        onCancel={() => setAsked(null)}
        onConfirm={() => run('podium')}
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

function NextWords({ view, next }: { view: HostView; next: HostStepAct | null }) {
  const t = useRemoteTexts()
  const { step } = view
  const isOwn = !isHostPaced(view)
  if (next === null) return step.phase === 'lobby' ? t('next.wait', whoOf(view)) : t('next.lead')
  if (next === 'board' && view.settings.mode === 'bell') return t('next.floor')
  if (next === 'lock' && isOwn) return t('next.lockOwn')
  if (next !== 'next') return t(`next.${next}`)
  if (step.phase === 'lobby') return t(isOwn ? 'next.startOwn' : 'next.start')
  return step.place >= step.placeCount || isOwn ? t('next.podium') : t('next.item', { place: step.place + 1 })
}

interface AskProps {
  name: 'skip' | 'lockOwn' | 'podium' | 'end'
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
