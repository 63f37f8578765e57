import { COMPETENCES, type Competence } from '@thiso/contracts/vocab'
import { Chip, Select } from '@thiso/kit'
import { useBankWords } from './use-words'
import './item-bank.css'

const MOST = 10

interface CompetencePickerProps {
  label: string
  hint?: string
  value: readonly Competence[]
  onChange: (competences: Competence[]) => void
}

/** Components of the digital-competence framework, by domain; what is chosen stands above in full words. */
export function CompetencePicker({ label, hint, value, onChange }: CompetencePickerProps) {
  const words = useBankWords()
  const left = COMPETENCES.filter((competence) => !value.includes(competence))
  return (
    <div className="bank-competences">
      <Select<Competence>
        label={label}
        hint={hint}
        placeholder={words(value.length >= MOST ? 'competences.full' : 'competences.add')}
        disabled={value.length >= MOST}
        options={left.map((competence) => ({
          value: competence,
          label: `${competence} ${words(`competence.${competence}`)}`,
          group: `${competence.charAt(0)}. ${words(`domain.${competence.charAt(0) as '1'}`)}`,
        }))}
        value=""
        onChange={(competence) => onChange(COMPETENCES.filter((code) => code === competence || value.includes(code)))}
      />
      {value.length > 0 && (
        <ul className="bank-tags">
          {value.map((competence) => (
            <li key={competence}>
              <Chip name={competence} onRemove={() => onChange(value.filter((other) => other !== competence))}>
                {competence} {words(`competence.${competence}`)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
