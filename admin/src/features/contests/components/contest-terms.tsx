import { Checkbox, NumberInput } from '@thiso/kit'
import { useContestText } from '../use-contest-text'
import { EligibilityFields } from './eligibility-fields'
import { FormSection } from './form-section'
import { PrizeRows } from './prize-rows'
import { TableRows } from './table-rows'
import type { TermsPartProps } from './terms-part'
import { TotalFields } from './total-fields'
import './contest-terms.css'

interface ContestTermsProps extends TermsPartProps {
  canPredict: boolean
}

/** Rules and prizes of a contest: free until somebody starts, by amendment afterwards. */
export function ContestTerms({ canPredict, ...part }: ContestTermsProps) {
  const { draft, onChange, problemOf, units } = part
  const t = useContestText()
  const { rules } = draft
  return (
    <>
      <FormSection title={t('rules.title')} lead={t('rules.lead')}>
        <EligibilityFields {...part} />
      </FormSection>
      <FormSection title={t('rules.tables')} lead={t('rules.tablesLead')}>
        <TableRows
          tables={rules.tables}
          onChange={(tables) => onChange({ rules: { ...rules, tables } })}
          problemOf={problemOf}
          units={units}
        />
      </FormSection>
      <FormSection title={t('rules.total')} lead={t('rules.totalLead')}>
        <TotalFields draft={draft} onChange={onChange} problemOf={problemOf} canPredict={canPredict} />
      </FormSection>
      <FormSection title={t('form.prizes')} lead={t('form.prizesLead')}>
        <PrizeRows
          tables={rules.tables.map(({ code }) => code)}
          hasTotal={rules.total !== null}
          prizes={draft.prizes}
          onChange={(prizes) => onChange({ prizes })}
          problemOf={problemOf}
        />
        <Checkbox
          label={t('rules.onePrizeEach')}
          checked={rules.onePrizeEach}
          onChange={(onePrizeEach) => onChange({ rules: { ...rules, onePrizeEach } })}
          error={problemOf('rules.onePrizeEach')}
        />
        <NumberInput
          label={t('rules.complaintHours')}
          suffix={t('rules.hours')}
          value={rules.complaintHours}
          min={0}
          max={720}
          error={problemOf('rules.complaintHours')}
          onChange={(complaintHours) => onChange({ rules: { ...rules, complaintHours: complaintHours ?? 0 } })}
        />
      </FormSection>
    </>
  )
}
