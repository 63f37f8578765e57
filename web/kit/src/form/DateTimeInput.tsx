import CalendarIcon from 'lucide-react/icons/calendar'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { Field, type FieldProps } from './Field'
import { fromPicker, maskDateTime, parseDateTime, showDateTime, toPicker } from './moment'

export interface DateTimeInputProps extends FieldProps {
  /** '2026-10-10T08:00:00+07:00' (any offset is read), or ''. */
  value: string
  onChange: (value: string) => void
  min?: string
  max?: string
  disabled?: boolean
  name?: string
}

export function DateTimeInput({
  value,
  onChange,
  min,
  max,
  disabled,
  name,
  error,
  hint,
  ...field
}: DateTimeInputProps) {
  const kit = useKit()
  const [text, setText] = useState(() => showDateTime(value))
  const [left, setLeft] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  useEffect(() => {
    setText((now) => ((parseDateTime(now) ?? '') === value && now !== '' ? now : value ? showDateTime(value) : now))
  }, [value])

  const type = (next: string) => {
    // Deleting must not fight the mask, so it is laid only on text that grew.
    const shown = next.length > text.length ? maskDateTime(next) : next
    setText(shown)
    const iso = parseDateTime(shown) ?? ''
    if (iso !== value) onChange(iso)
  }

  const outside =
    value !== '' && ((min && Date.parse(value) < Date.parse(min)) || (max && Date.parse(value) > Date.parse(max)))
  const range = () => kit('dateOutside', { min: min ? showDateTime(min) : '…', max: max ? showDateTime(max) : '…' })
  const own = !left || !text ? undefined : !parseDateTime(text) ? kit('dateTimeInvalid') : outside ? range() : undefined

  return (
    <Field {...field} hint={hint ?? kit('dateTimeHint')} error={error || own}>
      {(wiring) => (
        <span className="ts-control ts-datetime">
          <input
            {...wiring}
            name={name}
            className="ts-input ts-number"
            inputMode="numeric"
            autoComplete="off"
            placeholder="dd/mm/yyyy hh:mm"
            disabled={disabled}
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setLeft(true)}
          />
          <input
            ref={picker}
            type="datetime-local"
            className="ts-datetime-picker"
            tabIndex={-1}
            aria-hidden="true"
            disabled={disabled}
            value={toPicker(value)}
            min={min && toPicker(min)}
            max={max && toPicker(max)}
            onChange={(event) => {
              const iso = fromPicker(event.target.value)
              setText(showDateTime(iso))
              onChange(iso)
            }}
          />
          <span className="ts-control-suffix">
            <IconButton
              icon={CalendarIcon}
              label={kit('pickDate')}
              disabled={disabled}
              onClick={() => picker.current?.showPicker?.()}
            />
          </span>
        </span>
      )}
    </Field>
  )
}
