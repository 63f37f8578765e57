import { useMutation } from '@tanstack/react-query'
import { Banner, Button, Dialog, NumberInput, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useWinnersText } from '../hooks/use-winners-text'
import type { UnitLine } from './collective'

interface RosterDialogProps {
  contestId: string
  unit: UnitLine
  isLate: boolean
  onClose: () => void
  onDone: () => void
}

export function RosterDialog({ contestId, unit, isLate, onClose, onDone }: RosterDialogProps) {
  const t = useWinnersText()
  const problemText = useProblemText()
  const [size, setSize] = useState(unit.roster)
  const [confirmedBy, setConfirmedBy] = useState(unit.rosterConfirmedBy ?? '')
  const [reason, setReason] = useState('')
  const saving = useMutation({
    mutationFn: () =>
      call('confirmRoster', {
        params: { contestId, unitId: unit.unitId },
        body: { size: size ?? 0, confirmedBy, ...(reason ? { reason } : {}) },
      }),
    onSuccess: onDone,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('units.rosterOf', { unit: unit.unitName })}
      actions={
        <Button
          variant="primary"
          busy={saving.isPending}
          disabled={!size || confirmedBy.trim().length < 2 || (isLate && reason.trim().length < 3)}
          onClick={() => saving.mutate()}
        >
          {t('units.confirmRoster')}
        </Button>
      }
    >
      <Stack>
        {saving.error && <Banner tone="bad">{problemText(saving.error)}</Banner>}
        <NumberInput label={t('units.rosterSize')} min={1} value={size} onChange={setSize} required />
        <TextInput
          label={t('units.confirmedBy')}
          hint={t('units.confirmedByHint')}
          value={confirmedBy}
          onChange={setConfirmedBy}
          maxLength={120}
          required
        />
        {isLate && (
          <TextInput
            label={t('units.lateReason')}
            hint={t('units.lateReasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            required
          />
        )}
      </Stack>
    </Dialog>
  )
}
