import ChevronDown from 'lucide-react/icons/chevron-down'
import type { Ref, SelectHTMLAttributes } from 'react'
import { Icon } from '../layout/Icon'
import { Field, type FieldProps, splitField } from './Field'

export interface SelectOption<V extends string = string> {
  value: V
  label: string
  disabled?: boolean
  /** Options that share a group stand under its name. */
  group?: string
}

export interface SelectProps<V extends string = string>
  extends FieldProps,
    Omit<
      SelectHTMLAttributes<HTMLSelectElement>,
      'value' | 'defaultValue' | 'onChange' | 'id' | 'className' | 'required' | 'multiple' | 'size'
    > {
  options: readonly SelectOption<V>[]
  value: V | ''
  onChange: (value: V) => void
  /** The line that stands while nothing is chosen. */
  placeholder?: string
  ref?: Ref<HTMLSelectElement>
}

const line = (option: SelectOption) => (
  <option key={option.value} value={option.value} disabled={option.disabled}>
    {option.label}
  </option>
)

export function Select<V extends string = string>(props: SelectProps<V>) {
  const [field, { options, value, onChange, placeholder, ...rest }] = splitField(props)
  const groups = [...new Set(options.map((option) => option.group).filter((name) => name !== undefined))]
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="ts-control ts-control-select">
          <select
            {...rest}
            {...wiring}
            className="ts-input"
            value={value}
            onChange={(event) => onChange(event.target.value as V)}
          >
            {(placeholder !== undefined || value === '') && (
              <option value="" disabled={field.required}>
                {placeholder ?? ''}
              </option>
            )}
            {options.filter((option) => option.group === undefined).map(line)}
            {groups.map((name) => (
              <optgroup key={name} label={name}>
                {options.filter((option) => option.group === name).map(line)}
              </optgroup>
            ))}
          </select>
          <Icon of={ChevronDown} className="ts-control-chevron" />
        </span>
      )}
    </Field>
  )
}
