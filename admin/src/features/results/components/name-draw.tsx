import { Banner, Button, ConfirmDialog, DateInput, DateTimeInput, RadioGroup, Stack, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { type ResultsOf, useResultActOf } from '../results-queries'
import { useResultsText } from '../use-results-text'

/** Chooses the future source and publishes it with the list. */
export function NameDraw({ resultsOf, scopeId }: { resultsOf: ResultsOf; scopeId: string }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [kind, setKind] = useState<'beacon' | 'lottery'>('beacon')
  const [at, setAt] = useState('')
  const [name, setName] = useState('')
  const [day, setDay] = useState('')
  const [isAsking, setAsking] = useState(false)
  const naming = useResultActOf(
    resultsOf,
    () =>
      kind === 'beacon'
        ? call('nameDraw', { params: { scopeId }, body: { kind: 'beacon', at } })
        : call('nameDraw', { params: { scopeId }, body: { kind: 'lottery', name: name.trim(), day } }),
    t('draw.named'),
    () => setAsking(false),
  )
  const isWhole = kind === 'beacon' ? at !== '' : name.trim().length > 1 && day !== ''
  return (
    <Stack>
      <RadioGroup
        label={t('draw.source')}
        options={[
          { value: 'beacon', label: t('draw.beacon'), hint: t('draw.beaconHint') },
          { value: 'lottery', label: t('draw.lottery'), hint: t('draw.lotteryHint') },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'beacon' ? (
        <DateTimeInput label={t('draw.at')} value={at} onChange={setAt} required />
      ) : (
        <>
          <TextInput label={t('draw.name')} value={name} onChange={setName} maxLength={120} required />
          <DateInput label={t('draw.day')} value={day} onChange={setDay} required />
        </>
      )}
      {naming.error && <Banner tone="bad">{problemText(naming.error)}</Banner>}
      <div>
        <Button variant="primary" disabled={!isWhole} onClick={() => setAsking(true)}>
          {t('draw.act')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t('draw.confirmTitle')}
        confirmLabel={t('draw.act')}
        busy={naming.isPending}
        onConfirm={() => naming.mutate(undefined, { onError: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        {t('draw.confirmText')}
      </ConfirmDialog>
    </Stack>
  )
}
