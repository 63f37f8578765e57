import { teamName } from '@thiso/contracts/vocab'
import { Button, ConfirmDialog, Dialog, formatShare, Select, TextInput, useLocale } from '@thiso/kit'
import { calledIn, type HostView, type SeatRow } from '@thiso/kit/lesson/host-state'
import UserX from 'lucide-react/icons/user-x'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { SaidInDialog } from './said-line'
import './seat-list.css'

const EXTRA = [0, 10, 25, 50, 100]

interface SeatDialogProps {
  seat: SeatRow
  view: HostView
  steer: Steer
  onClose: () => void
}

/** Name, extra time and team of one pupil, and the way out of the lesson. */
export function SeatDialog({ seat, view, steer, onClose }: SeatDialogProps) {
  const t = useRemoteTexts()
  const [language] = useLocale()
  const [name, setName] = useState(seat.name)
  const [extra, setExtra] = useState(seat.extraPercent)
  const [team, setTeam] = useState(seat.team)
  const [busy, setBusy] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const typed = name.trim()

  const save = async () => {
    setBusy(true)
    const acts = [
      typed !== seat.name && ({ kind: 'rename', seat: seat.seat, name: typed } as const),
      extra !== seat.extraPercent && ({ kind: 'extra-time', seat: seat.seat, extraPercent: extra } as const),
      team !== null && team !== seat.team && ({ kind: 'team', seat: seat.seat, team } as const),
    ]
    let isDone = true
    for (const act of acts) if (act && isDone) isDone = await steer.onSeats(act)
    setBusy(false)
    if (!isDone) return
    steer.say(t('seat.saved', { name: typed }))
    onClose()
  }
  const remove = async () => {
    setBusy(true)
    const isDone = await steer.onSeats({ kind: 'remove', seat: seat.seat })
    setBusy(false)
    setRemoving(false)
    if (!isDone) return
    steer.say(t('seat.removed', { name: seat.name }))
    onClose()
  }
  if (isRemoving)
    return (
      <ConfirmDialog
        open
        title={t('seat.removeTitle', { name: seat.name })}
        confirmLabel={t('seat.removeConfirm')}
        tone="danger"
        busy={busy}
        onCancel={() => setRemoving(false)}
        onConfirm={() => void remove()}
      >
        <p>{t('seat.removeText')}</p>
      </ConfirmDialog>
    )
  const extras = [...new Set([...EXTRA, seat.extraPercent])].sort((a, b) => a - b)
  return (
    <Dialog
      open
      size="small"
      title={calledIn(view, seat)}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" icon={UserX} className="rm-remove" onClick={() => setRemoving(true)}>
            {t('seat.remove')}
          </Button>
          <Button variant="primary" busy={busy} disabled={typed === ''} onClick={() => void save()}>
            {t('seat.save')}
          </Button>
        </>
      }
    >
      <SaidInDialog said={steer.said} />
      <TextInput label={t('seat.name')} value={name} maxLength={30} autoComplete="off" onChange={setName} />
      <Select
        label={t('seat.extra')}
        hint={t('seat.extraHint')}
        value={String(extra)}
        options={extras.map((percent) => ({
          value: String(percent),
          label: percent === 0 ? t('seat.extraNone') : `+${formatShare(percent / 100)}`,
        }))}
        onChange={(value) => setExtra(Number(value))}
      />
      {view.teams.length > 0 && (
        <Select
          label={t('seat.team')}
          value={team === null ? '' : String(team)}
          options={view.teams.map((each) => ({ value: String(each.number), label: teamName(each.number, language) }))}
          onChange={(value) => setTeam(Number(value))}
        />
      )}
    </Dialog>
  )
}
