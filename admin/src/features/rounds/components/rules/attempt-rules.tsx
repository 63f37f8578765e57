import { COUNTED_ATTEMPTS, QUOTA_PERIODS, type RoundRules } from '@thiso/contracts/vocab'
import { Checkbox, NumberInput, RadioGroup, Select } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

/** How often, which attempt counts, how long to wait. */
export function AttemptRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const { attempts } = rules
  const change = (part: Partial<RoundRules['attempts']>) => onChange({ attempts: { ...attempts, ...part } })
  return (
    <RulePart
      title={t('detail.attempts.title')}
      now={[
        t(`detail.attempts.period.${attempts.period}`),
        t(`detail.attempts.counted.${attempts.counted}`),
        attempts.waitS > 0 && t('detail.attempts.waitNow', { minutes: attempts.waitS / 60 }),
        attempts.unseenFirst && t('detail.attempts.unseenNow'),
      ]
        .filter(Boolean)
        .join(' · ')}
      hasProblem={['waitS', 'period', 'counted', 'unseenFirst'].some((name) => problemOf(`attempts.${name}`))}
    >
      <Select
        label={t('detail.attempts.periodLabel')}
        hint={t('detail.attempts.periodHint')}
        options={QUOTA_PERIODS.map((value) => ({ value, label: t(`detail.attempts.period.${value}`) }))}
        value={attempts.period}
        onChange={(period) => change({ period })}
        disabled={disabled}
        error={problemOf('attempts.period')}
      />
      <RadioGroup
        label={t('detail.attempts.countedLabel')}
        options={COUNTED_ATTEMPTS.map((value) => ({ value, label: t(`detail.attempts.counted.${value}`) }))}
        value={attempts.counted}
        onChange={(counted) => change({ counted })}
        disabled={disabled}
        error={problemOf('attempts.counted')}
      />
      <NumberInput
        label={t('detail.attempts.wait')}
        hint={t('detail.attempts.waitHint')}
        suffix={t('form.minutes')}
        value={attempts.waitS / 60}
        onChange={(minutes) => change({ waitS: Math.round((minutes ?? 0) * 60) })}
        min={0}
        max={10_080}
        disabled={disabled}
        error={problemOf('attempts.waitS')}
      />
      <Checkbox
        label={t('detail.attempts.unseen')}
        hint={t('detail.attempts.unseenHint')}
        checked={attempts.unseenFirst}
        onChange={(unseenFirst) => change({ unseenFirst })}
        disabled={disabled}
        error={problemOf('attempts.unseenFirst')}
      />
    </RulePart>
  )
}
