import { Button, Card, Checkbox, ConfirmDialog, LocaleSwitch, Row, ThemeSwitch } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { Ask } from './act-bar'
import { DoorCard } from './door-card'

/** What is not needed at every item: the door, reactions, the end. */
export function MoreTab({ view, steer, onForget }: { view: HostView; steer: Steer; onForget: () => void }) {
  const t = useRemoteTexts()
  const [asked, setAsked] = useState<'end' | 'clear' | null>(null)
  const { step } = view
  const close = () => setAsked(null)
  const clear = async () => {
    close()
    if (await steer.onSeats({ kind: 'clear' })) steer.say(t('more.cleared'))
  }
  return (
    <div className="rm-tab">
      <Card title={t('more.doors')}>
        <div className="rm-tab">
          <Switch
            label={t('more.lockLobby')}
            hint={t('more.lockLobbyHint')}
            isOn={step.isLobbyLocked}
            onTurn={(isLocked) => steer.act({ kind: 'lock-lobby', isLocked })}
          />
          <Switch
            label={t('more.reactions')}
            isOn={step.areReactionsOn}
            onTurn={(isOn) => steer.act({ kind: 'reactions', isOn })}
          />
          {step.phase === 'lobby' && (
            <Button variant="quiet" onClick={() => setAsked('clear')}>
              {t('more.clear')}
            </Button>
          )}
        </div>
      </Card>
      {step.phase !== 'lobby' && <DoorCard view={view} />}
      <Row justify="space-between">
        <LocaleSwitch />
        <ThemeSwitch look="segments" />
      </Row>
      <Card title={t('more.lesson')}>
        <div className="rm-tab">
          <Button variant="danger" block onClick={() => setAsked('end')}>
            {t('next.end')}
          </Button>
          <Button variant="quiet" block onClick={onForget}>
            {t('more.leave')}
          </Button>
          <p className="rm-quiet">{t('more.leaveHint')}</p>
        </div>
      </Card>
      <ConfirmDialog
        open={asked === 'clear'}
        title={t('more.clearTitle')}
        confirmLabel={t('more.clearConfirm')}
        tone="danger"
        onCancel={close}
        onConfirm={() => void clear()}
      >
        <p>{t('more.clearText')}</p>
      </ConfirmDialog>
      <Ask
        name="end"
        asked={asked}
        tone="danger"
        onCancel={close}
        onConfirm={() => {
          close()
          void steer.act({ kind: 'end' })
        }}
      />
    </div>
  )
}

interface SwitchProps {
  label: string
  hint?: string
  /** As the server has it. */
  isOn: boolean
  onTurn: (isOn: boolean) => Promise<boolean>
}

/** Turns at once under the finger, and back if the server does not take it. */
function Switch({ label, hint, isOn, onTurn }: SwitchProps) {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const turn = async (next: boolean) => {
    if (wanted !== null) return
    setWanted(next)
    await onTurn(next)
    setWanted(null)
  }
  return <Checkbox label={label} hint={hint} checked={wanted ?? isOn} onChange={(next) => void turn(next)} />
}
