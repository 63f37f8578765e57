import { MOVEMENTS } from '@thiso/contracts/vocab'
import { Checkbox, NumberInput, RadioGroup } from '@thiso/kit'
import { useRoundText } from '../../use-round-text'
import { RulePart, type RulePartProps } from './rule-part'

/** How one goes through a paper. */
export function PaperRules({ rules, onChange, problemOf, disabled }: RulePartProps) {
  const t = useRoundText()
  const isOneWay = rules.movement === 'one-way'
  return (
    <RulePart
      title={t('detail.paper.title')}
      now={[
        t(`detail.paper.movement.${rules.movement}`),
        rules.itemClockS !== null && t('detail.paper.clockNow', { seconds: rules.itemClockS }),
        rules.allRequired && t('detail.paper.requiredNow'),
        rules.paperTolerance !== null && t('detail.paper.toleranceNow', { points: rules.paperTolerance }),
      ]
        .filter(Boolean)
        .join(' · ')}
      hasProblem={['movement', 'itemClockS', 'allRequired', 'paperTolerance'].some((path) => problemOf(path))}
    >
      <RadioGroup
        label={t('detail.paper.movementLabel')}
        options={MOVEMENTS.map((value) => ({
          value,
          label: t(`detail.paper.movement.${value}`),
          hint: t(`detail.paper.movementHint.${value}`),
        }))}
        value={rules.movement}
        onChange={(movement) => onChange(movement === 'free' ? { movement, itemClockS: null } : { movement })}
        disabled={disabled}
        error={problemOf('movement')}
      />
      {isOneWay && (
        <NumberInput
          label={t('detail.paper.clock')}
          hint={t('detail.paper.clockHint')}
          suffix={t('detail.seconds')}
          value={rules.itemClockS}
          onChange={(itemClockS) => onChange({ itemClockS })}
          min={5}
          max={3_600}
          disabled={disabled}
          error={problemOf('itemClockS')}
        />
      )}
      <Checkbox
        label={t('detail.paper.required')}
        hint={t('detail.paper.requiredHint')}
        checked={rules.allRequired}
        onChange={(allRequired) => onChange({ allRequired })}
        disabled={disabled}
        error={problemOf('allRequired')}
      />
      <NumberInput
        label={t('detail.paper.tolerance')}
        hint={t('detail.paper.toleranceHint')}
        suffix={t('detail.points')}
        value={rules.paperTolerance}
        onChange={(paperTolerance) => onChange({ paperTolerance })}
        min={0.01}
        max={100}
        decimals={2}
        disabled={disabled}
        error={problemOf('paperTolerance')}
      />
    </RulePart>
  )
}
