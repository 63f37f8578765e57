import { type ContestRules, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import { Checkbox, DateInput, NumberInput, Row } from '@thiso/kit'
import { useContestText } from '../use-contest-text'

interface ContestRulesFieldsProps {
  rules: ContestRules
  onChange: (rules: ContestRules) => void
  problemOf: (path: string) => string | undefined
}

/** Who may take part in the contest, and what holds over its rounds. */
export function ContestRulesFields({ rules, onChange, problemOf }: ContestRulesFieldsProps) {
  const t = useContestText()
  const { eligibility, total } = rules
  const admit = (part: Partial<ContestRules['eligibility']>) =>
    onChange({ ...rules, eligibility: { ...eligibility, ...part } })
  return (
    <>
      <Row gap={4} align="start">
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
          value={eligibility.maxAge}
          min={0}
          max={120}
          error={problemOf('rules.eligibility.maxAge')}
          onChange={(maxAge) => admit({ maxAge })}
        />
      </Row>
      <DateInput
        label={t('rules.ageOn')}
        hint={t('rules.ageOnHint')}
        value={eligibility.ageOn ?? ''}
        error={problemOf('rules.eligibility.ageOn')}
        onChange={(ageOn) => admit({ ageOn: ageOn === '' ? null : ageOn })}
      />
      <Checkbox
        label={t('rules.invitedOnly')}
        checked={eligibility.invitedOnly}
        onChange={(invitedOnly) => admit({ invitedOnly })}
      />
      <Checkbox
        label={t('rules.hasTotal')}
        checked={total !== null}
        onChange={(hasTotal) =>
          onChange({ ...rules, total: hasTotal ? { bestRounds: null, ranking: DEFAULT_ROUND_RULES.ranking } : null })
        }
      />
      {total && (
        <NumberInput
          label={t('rules.bestRounds')}
          hint={t('rules.bestRoundsHint')}
          value={total.bestRounds}
          min={1}
          max={100}
          error={problemOf('rules.total.bestRounds')}
          onChange={(bestRounds) => onChange({ ...rules, total: { ...total, bestRounds } })}
        />
      )}
      <Checkbox
        label={t('rules.onePrizeEach')}
        checked={rules.onePrizeEach}
        onChange={(onePrizeEach) => onChange({ ...rules, onePrizeEach })}
      />
      <NumberInput
        label={t('rules.complaintHours')}
        suffix={t('rules.hours')}
        value={rules.complaintHours}
        min={0}
        max={720}
        error={problemOf('rules.complaintHours')}
        onChange={(complaintHours) => onChange({ ...rules, complaintHours: complaintHours ?? 0 })}
      />
    </>
  )
}
