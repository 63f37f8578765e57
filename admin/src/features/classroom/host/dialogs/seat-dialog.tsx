import { Banner, Button, ConfirmDialog, Dialog, Select, Stack, TextInput } from '@thiso/kit'
import type { HostView, SeatRow } from '@thiso/kit/lesson/host-state'
import type { SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import UserMinus from 'lucide-react/icons/user-minus'
import { useState } from 'react'
import { useProblemText } from '../../../../lib/problem'
import { useHostText } from '../use-host-text'

interface SeatDialogProps {
  view: HostView
  seat: SeatRow
  onAct: (act: SeatAct) => Promise<void>
  onClose: () => void
}

const EXTRA = [0, 25, 50, 100]

/** One seat: its name, its team, its extra time, or out. Small, since the class looks at this screen. */
export function SeatDialog({ view, seat, onAct, onClose }: SeatDialogProps) {
  const t = useHostText()
  const problemText = useProblemText()
  const [name, setName] = useState(seat.name)
  const [extra, setExtra] = useState(String(seat.extraPercent))
  const [team, setTeam] = useState(String(seat.team ?? ''))
  const [isRemoving, setRemoving] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const run = async (acts: SeatAct[]) => {
    setBusy(true)
    setError(null)
    try {
      for (const act of acts) await onAct(act)
      onClose()
    } catch (caught) {
      setError(caught)
      setRemoving(false)
    } finally {
      setBusy(false)
    }
  }
  const save = () => {
    const acts: SeatAct[] = []
    const { seat: number } = seat
    if (name.trim() !== '' && name.trim() !== seat.name) acts.push({ kind: 'rename', seat: number, name: name.trim() })
    if (Number(extra) !== seat.extraPercent)
      acts.push({ kind: 'extra-time', seat: number, extraPercent: Number(extra) })
    if (team !== '' && Number(team) !== seat.team) acts.push({ kind: 'team', seat: number, team: Number(team) })
    void run(acts)
  }

  if (isRemoving) {
    return (
      <ConfirmDialog
        open
        title={t('confirm.removeTitle')}
        confirmLabel={t('confirm.removeDo')}
        tone="danger"
        busy={isBusy}
        onConfirm={() => void run([{ kind: 'remove', seat: seat.seat }])}
        onCancel={() => setRemoving(false)}
      >
        <p>{t('confirm.removeText', { name: seat.name })}</p>
      </ConfirmDialog>
    )
  }
  return (
    <Dialog
      open
      size="small"
      title={t('seat.title', { seat: seat.seat })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" icon={UserMinus} onClick={() => setRemoving(true)}>
            {t('seat.remove')}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={save}>
            {t('seat.save')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <TextInput
          label={t('seat.name')}
          {...(view.settings.names === 'generated' ? { hint: t('seat.generated') } : {})}
          value={name}
          maxLength={30}
          autoComplete="off"
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
          }}
        />
        {view.teams.length > 0 && (
          <Select
            label={t('seat.team')}
            value={team}
            onChange={setTeam}
            options={view.teams.map(({ number, name: called }) => ({ value: String(number), label: called }))}
          />
        )}
        <Select
          label={t('seat.extra')}
          value={extra}
          onChange={setExtra}
          options={[...new Set([...EXTRA, seat.extraPercent])]
            .sort((a, b) => a - b)
            .map((percent) => ({
              value: String(percent),
              label: percent === 0 ? t('seat.extraNone') : t('seat.extraOf', { percent }),
            }))}
        />
        {error ? (
          <Banner tone="bad" live="assertive">
            {problemText(error)}
          </Banner>
        ) : null}
      </Stack>
    </Dialog>
  )
}
