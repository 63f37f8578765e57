import { type ContestRules, ENTRY_ROLES } from '@thiso/contracts/vocab'
import { Checkbox, DateInput, NumberInput } from '@thiso/kit'
import { UnitsField } from '../../../lib/units/units-field'
import { useContestText } from '../use-contest-text'
import type { TermsPartProps } from './terms-part'

/** Who may take part in the contest: age, units, invited people. */
export function EligibilityFields({ draft, onChange, problemOf, units }: TermsPartProps) {
  const t = useContestText()
  const { eligibility } = draft.rules
  const admit = (part: Partial<ContestRules['eligibility']>) =>
    onChange({ rules: { ...draft.rules, eligibility: { ...eligibility, ...part } } })
  const hasAge = eligibility.minAge !== null || eligibility.maxAge !== null
  return (
    <>
      <div className="ad-terms-pair">
        <NumberInput
          label={t('rules.minAge')}
          hint={t('rules.ageHint')}
          value={eligibility.minAge}
          min={0}
          max={120}
          error={problemOf('rules.eligibility.minAge')}
          onChange={(minAge) => admit({ minAge })}
        />
        <NumberInput
          label={t('rules.maxAge')}
          hint={t('rules.ageHint')}
          value={eligibility.maxAge}
          min={0}
          max={120}
          error={problemOf('rules.eligibility.maxAge')}
          onChange={(maxAge) => admit({ maxAge })}
        />
      </div>
      {(hasAge || eligibility.ageOn !== null || draft.rules.tables.length > 0) && (
        <DateInput
          label={t('rules.ageOn')}
          hint={t('rules.ageOnHint')}
          value={eligibility.ageOn ?? ''}
          error={problemOf('rules.eligibility.ageOn')}
          onChange={(ageOn) => admit({ ageOn: ageOn === '' ? null : ageOn })}
        />
      )}
      <UnitsField
        label={t('rules.units')}
        hint={t('rules.unitsHint')}
        units={units}
        value={eligibility.unitIds}
        onChange={(unitIds) => admit({ unitIds })}
        error={problemOf('rules.eligibility.unitIds')}
      />
      <fieldset className="ad-kinds">
        <legend className="ts-field-label">{t('rules.roles')}</legend>
        <p className="ts-quiet-text ts-small">{t('rules.rolesHint')}</p>
        {ENTRY_ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`rules.role.${role}`)}
            checked={eligibility.roles.includes(role)}
            onChange={(isIn) =>
              admit({
                roles: ENTRY_ROLES.filter((other) => (other === role ? isIn : eligibility.roles.includes(other))),
              })
            }
            error={problemOf('rules.eligibility.roles')}
          />
        ))}
      </fieldset>
      <Checkbox
        label={t('rules.invitedOnly')}
        hint={t('rules.invitedHint')}
        checked={eligibility.invitedOnly}
        onChange={(invitedOnly) => admit({ invitedOnly })}
        error={problemOf('rules.eligibility.invitedOnly')}
      />
    </>
  )
}
