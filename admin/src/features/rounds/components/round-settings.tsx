import { RESULT_POLICIES } from '@thiso/contracts/vocab'
import { Card, DateTimeInput, NumberInput, RadioGroup, Stack } from '@thiso/kit'
import { BankPicker } from '../../../lib/blueprint/bank-picker'
import { useCommon } from '../../../lib/common'
import { LocalizedField } from '../../../lib/localized-field'
import type { RoundDraft } from '../round-draft'
import { useRoundText } from '../use-round-text'
import './round-settings.css'

interface RoundSettingsProps {
  draft: RoundDraft
  onChange: (part: Partial<RoundDraft>) => void
  problemOf: (path: string) => string | undefined
  freedom: Freedom
}

/** What may change: everything; only the name, once somebody has started; what an amendment may change. */
export type Freedom = 'all' | 'name' | 'terms'

/** The settings in the order of a thể lệ: what, when, how long, how often, what one learns, from which banks. */
export function RoundSettings({ draft, onChange, problemOf, freedom }: RoundSettingsProps) {
  const t = useRoundText()
  const common = useCommon()
  const isFixed = freedom === 'name'
  return (
    <Card title={t('form.settings')}>
      <Stack gap={5}>
        {freedom !== 'terms' && (
          <LocalizedField
            label={t('form.name')}
            value={draft.name}
            onChange={(name) => onChange({ name })}
            path="name"
            problemOf={problemOf}
            maxLength={120}
          />
        )}
        <div className="ad-pair">
          <DateTimeInput
            label={t('form.opensAt')}
            hint={t('form.timeHint')}
            value={draft.opensAt}
            onChange={(opensAt) => onChange({ opensAt })}
            required
            disabled={freedom !== 'all'}
            error={problemOf('opensAt')}
          />
          <DateTimeInput
            label={t('form.closesAt')}
            hint={t(freedom === 'terms' ? 'form.earlierHint' : 'form.timeHint')}
            value={draft.closesAt}
            onChange={(closesAt) => onChange({ closesAt })}
            required
            disabled={isFixed}
            error={problemOf('closesAt')}
          />
        </div>
        <div className="ad-pair">
          <NumberInput
            label={t('form.timeLimit')}
            hint={t('form.timeLimitHint')}
            suffix={t('form.minutes')}
            value={draft.minutes}
            onChange={(minutes) => onChange({ minutes })}
            min={0.5}
            max={360}
            decimals={1}
            required
            disabled={isFixed}
            error={problemOf('timeLimitS')}
          />
          <NumberInput
            label={t('form.attempts')}
            suffix={t('form.attemptsUnit')}
            hint={`${t('detail.attempts.countedLabel')}: ${t(`detail.attempts.counted.${draft.rules.attempts.counted}`).toLowerCase()}.`}
            value={draft.attemptLimit}
            onChange={(attemptLimit) => onChange({ attemptLimit })}
            min={1}
            max={100}
            required
            disabled={isFixed}
            error={problemOf('attemptLimit')}
          />
        </div>
        <RadioGroup
          look="cards"
          label={t('form.result')}
          options={RESULT_POLICIES.map((value) => ({
            value,
            label: common(`resultPolicy.${value}`),
            hint: t(`form.resultHint.${value}`),
          }))}
          value={draft.resultPolicy}
          onChange={(resultPolicy) => onChange({ resultPolicy })}
          disabled={isFixed}
          error={problemOf('resultPolicy')}
        />
        {freedom !== 'terms' && (
          <BankPicker
            value={draft.bankIds}
            onChange={(bankIds) => onChange({ bankIds })}
            hint={t('form.banksHint')}
            disabled={isFixed}
            error={problemOf('bankIds')}
          />
        )}
      </Stack>
    </Card>
  )
}
