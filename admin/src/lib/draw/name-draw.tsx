import { Banner, Button, ConfirmDialog, DateInput, DateTimeInput, RadioGroup, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../problem'
import { type DrawOf, type LedDraw, useDrawAct } from './use-draw-act'
import { useDrawText } from './use-draw-text'

/** Chooses the future source and publishes it with the list. */
export function NameDraw({ drawOf, draw }: { drawOf: DrawOf; draw: LedDraw }) {
  const t = useDrawText()
  const { scopeId, kind: subject } = draw
  const problemText = useProblemText()
  const [kind, setKind] = useState<'beacon' | 'lottery'>('beacon')
  const [at, setAt] = useState('')
  const [name, setName] = useState('')
  const [day, setDay] = useState('')
  const [isAsking, setAsking] = useState(false)
  const naming = useDrawAct(
    drawOf,
    () =>
      kind === 'beacon'
        ? call('nameDraw', { params: { scopeId }, body: { kind: 'beacon', at } })
        : call('nameDraw', { params: { scopeId }, body: { kind: 'lottery', name: name.trim(), day } }),
    t('named'),
    () => setAsking(false),
  )
  const isWhole = kind === 'beacon' ? at !== '' : name.trim().length > 1 && day !== ''
  return (
    <Stack>
      <RadioGroup
        label={t('source')}
        options={[
          { value: 'beacon', label: t('beacon'), hint: t('beaconHint') },
          { value: 'lottery', label: t('lottery'), hint: t('lotteryHint') },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'beacon' ? (
        <DateTimeInput label={t('at')} value={at} onChange={setAt} required />
      ) : (
        <>
          <TextInput label={t('name')} value={name} onChange={setName} maxLength={120} required />
          <DateInput label={t('day')} value={day} onChange={setDay} required />
        </>
      )}
      {naming.error && <Banner tone="bad">{problemText(naming.error)}</Banner>}
      <div>
        <Button variant="primary" disabled={!isWhole} onClick={() => setAsking(true)}>
          {t('act')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t('confirmTitle')}
        confirmLabel={t('act')}
        busy={naming.isPending}
        onConfirm={() => naming.mutate(undefined, { onError: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        {t(`confirmText.${subject}`)}
      </ConfirmDialog>
    </Stack>
  )
}
