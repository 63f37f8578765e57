import { type ReactNode, type Ref, useId } from 'react'
import { classes } from '../layout/classes'
import { Field, type FieldProps } from './Field'

export interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  /** Neither yes nor no: some of the rows below are chosen. */
  mixed?: boolean
  hideLabel?: boolean
  name?: string
  id?: string
  className?: string
  ref?: Ref<HTMLInputElement>
}

export function Checkbox(props: CheckboxProps) {
  const { label, checked, onChange, hint, error, mixed, hideLabel, id: given, className, ref, ...rest } = props
  const made = useId()
  const id = given ?? made
  return (
    <div className={classes('ts-check', className)}>
      <label className="ts-choice">
        <input
          {...rest}
          id={id}
          type="checkbox"
          ref={(input) => {
            if (input) input.indeterminate = Boolean(mixed)
            if (typeof ref === 'function') ref(input)
            else if (ref) ref.current = input
          }}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={hideLabel ? 'ts-hidden' : undefined}>{label}</span>
      </label>
      {hint && (
        <div className="ts-field-hint ts-choice-under" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="ts-field-error ts-choice-under" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  )
}

export interface RadioOption<V extends string = string> {
  value: V
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

export interface RadioGroupProps<V extends string = string> extends FieldProps {
  options: readonly RadioOption<V>[]
  value: V | ''
  onChange: (value: V) => void
  /** A plain list, full-width cards, or a row of joined segments for two to four short words. */
  look?: 'list' | 'cards' | 'segments'
  disabled?: boolean
  name?: string
}

export function RadioGroup<V extends string = string>(props: RadioGroupProps<V>) {
  const { options, value, onChange, look = 'list', disabled, name: given, ...field } = props
  const made = useId()
  const name = given ?? made
  return (
    <Field {...field} group disabled={disabled}>
      {(wiring) => (
        <div className={`ts-radios ts-radios-${look}`}>
          {options.map((option) => (
            <label className="ts-choice" key={option.value}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={option.disabled}
                required={field.required}
                aria-invalid={wiring['aria-invalid']}
                onChange={() => onChange(option.value)}
              />
              <span>
                {option.label}
                {option.hint && <span className="ts-choice-hint">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
