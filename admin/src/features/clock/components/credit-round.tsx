import { Banner, Button, DateTimeInput, Dialog, RadioGroup, Stack, TextInput, TreeSearch } from '@thiso/kit'
import { useMutation } from '@tanstack/react-query'
import type { ApiBody } from '@thiso/contracts'
import { call } from '@thiso/kit/api/client'
import Clock from 'lucide-react/icons/clock-alert'
import { useState } from 'react'
import type { AdminRound } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import { useUnitsOn } from '../../../lib/units/use-units-on'
import { useClockAct } from '../clock-queries'
import { useClockText } from '../use-clock-text'
import { useEndRefusal } from '../use-end-refusal'
import { CreditOutcomeView } from './credit-outcome'
import { isReason, ReasonField } from './reason-field'

type Scope = ApiBody<'previewCredit'>['scope']

/** Takes an interval out of the clock: first whom it reaches, then with a reason. */
export function CreditRound({ round, unitsAsOf }: { round: AdminRound; unitsAsOf: string }) {
  const t = useClockText()
  const problemText = useProblemText()
  const [creditId, setCreditId] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [kind, setKind] = useState<Scope['kind']>('all')
  const [unitId, setUnitId] = useState('')
  const [network, setNetwork] = useState('')
  const [reason, setReason] = useState('')
  const params = { roundId: round.id }
  const scope: Scope =
    kind === 'unit' ? { kind, unitId } : kind === 'network' ? { kind, network: network.trim() } : { kind }
  const interval = { from, to, scope }
  const units = useUnitsOn(unitsAsOf, creditId !== null)
  const preview = useMutation({ mutationFn: () => call('previewCredit', { params, body: interval }) })
  const grant = useClockAct(
    round.id,
    // The same id until it is done: sent again after a broken line, it still happens once.
    () => call('grantCredit', { params: { ...params, creditId: creditId ?? '' }, body: { ...interval, reason } }),
    t('credit.done'),
    () => setCreditId(null),
  )
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      preview.reset()
      set(value)
    }
  const isWhole =
    from !== '' && to !== '' && (kind !== 'unit' || unitId !== '') && (kind !== 'network' || network !== '')
  const error = grant.error ?? preview.error
  const refusal = useEndRefusal('smaller')
  return (
    <>
      <Button
        icon={Clock}
        onClick={() => {
          preview.reset()
          grant.reset()
          setCreditId(crypto.randomUUID())
        }}
      >
        {t('credit.act')}
      </Button>
      <Dialog
        open={creditId !== null}
        size="large"
        title={t('credit.title')}
        onClose={() => setCreditId(null)}
        actions={
          preview.data ? (
            <Button
              variant="primary"
              busy={grant.isPending}
              disabled={!isReason(reason)}
              onClick={() => grant.mutate()}
            >
              {t('credit.give')}
            </Button>
          ) : (
            <Button variant="primary" busy={preview.isPending} disabled={!isWhole} onClick={() => preview.mutate()}>
              {t('credit.look')}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <DateTimeInput label={t('credit.from')} value={from} required onChange={change(setFrom)} />
          <DateTimeInput label={t('credit.to')} value={to} required onChange={change(setTo)} />
          <RadioGroup
            label={t('credit.scope')}
            value={kind}
            onChange={change(setKind)}
            options={(['all', 'unit', 'network'] as const).map((value) => ({ value, label: t(`credit.${value}`) }))}
          />
          {kind === 'unit' && (
            <TreeSearch
              label={t('credit.unitField')}
              placeholder={t('credit.unitPlaceholder')}
              nodes={units.nodes}
              loading={units.isPending}
              error={units.error ? problemText(units.error) : undefined}
              value={unitId || null}
              required
              onChange={(unit) => change(setUnitId)(unit?.id ?? '')}
            />
          )}
          {kind === 'network' && (
            <TextInput
              label={t('credit.networkField')}
              hint={t('credit.networkHint')}
              value={network}
              required
              onChange={change(setNetwork)}
            />
          )}
          {preview.data && <CreditOutcomeView outcome={preview.data} />}
          {preview.data && <ReasonField value={reason} onChange={setReason} />}
          {error && <Banner tone="bad">{refusal(error)}</Banner>}
        </Stack>
      </Dialog>
    </>
  )
}
