import CircleAlert from 'lucide-react/icons/circle-alert'
import { type ReactNode, useId } from 'react'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon } from '../layout/Icon'

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; turns the control's edge red and is read out with it. */
  error?: ReactNode
  required?: boolean
  /** Adds "(không bắt buộc)" to the label. */
  optional?: boolean
  hideLabel?: boolean
  id?: string
  className?: string
}

export interface Wiring {
  id: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A label, a hint and an error around one control, or with `group` around several that share a legend. */
export function Field(
  props: FieldProps & { group?: boolean; disabled?: boolean; children: (wiring: Wiring) => ReactNode },
) {
  const { label, hint, error, required, optional, hideLabel, id: given, className, group, disabled, children } = props
  const kit = useKit()
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const wiring: Wiring = { id, required, 'aria-describedby': described, 'aria-invalid': error ? true : undefined }
  const caption = (
    <>
      {label}
      {optional && <span className="ts-field-optional"> ({kit('optional')})</span>}
    </>
  )
  const labelClass = hideLabel ? 'ts-hidden' : 'ts-field-label'
  const body = (
    <>
      {hint && (
        <div className="ts-field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children(wiring)}
      {error && (
        <div className="ts-field-error" id={`${id}-error`}>
          <Icon of={CircleAlert} size={18} />
          <span>{error}</span>
        </div>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset className={classes('ts-field', className)} aria-describedby={described} disabled={disabled}>
        <legend className={labelClass}>{caption}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={classes('ts-field', className)}>
      <label className={labelClass} htmlFor={id}>
        {caption}
      </label>
      {body}
    </div>
  )
}

const fieldKeys = ['label', 'hint', 'error', 'required', 'optional', 'hideLabel', 'id', 'className'] as const

/** Parts what belongs to the field from what belongs to the control inside it. */
export function splitField<P extends FieldProps>(props: P): [FieldProps, Omit<P, keyof FieldProps>] {
  const rest = { ...props } as unknown as Record<string, unknown>
  const field: Record<string, unknown> = {}
  for (const key of fieldKeys) {
    field[key] = rest[key]
    delete rest[key]
  }
  return [field as unknown as FieldProps, rest as unknown as Omit<P, keyof FieldProps>]
}
