import { Chip, TreeSearch } from '@thiso/kit'
import { useProblemText } from '../problem'
import { useUnitsFieldText } from './use-units-field-text'
import type { UnitsOn } from './use-units-on'
import './units-field.css'

interface UnitsFieldProps {
  label: string
  hint: string
  units: UnitsOn
  value: readonly string[]
  onChange: (unitIds: string[]) => void
  error: string | undefined
}

const MOST = 300

/** Several units of the tree, each with everything below it: found by name, shown as chips. */
export function UnitsField({ label, hint, units, value, onChange, error }: UnitsFieldProps) {
  const t = useUnitsFieldText()
  const problemText = useProblemText()
  return (
    <div className="ad-units-field">
      <TreeSearch
        label={label}
        hint={hint}
        placeholder={value.length === 0 ? t('all') : t('more')}
        error={error ?? (units.error ? problemText(units.error) : undefined)}
        nodes={units.nodes}
        loading={units.isPending}
        disabled={value.length >= MOST}
        value={null}
        onChange={(node) => {
          if (node && !value.includes(node.id)) onChange([...value, node.id])
        }}
      />
      {value.length > 0 && (
        <ul className="ad-units-chosen" aria-label={t('chosen', { label })}>
          {value.map((id) => {
            const name = units.nameOf(id) ?? (units.isPending ? '…' : t('unknown'))
            return (
              <li key={id}>
                <Chip name={name} onRemove={() => onChange(value.filter((other) => other !== id))}>
                  {name}
                </Chip>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
