import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useEffect, useState } from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { formatLocale, formatNumber } from '../text/format'
import { Field, type FieldProps } from './Field'

export interface NumberInputProps extends FieldProps {
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  /** Takes decimals, written with a comma in Vietnamese. */
  decimals?: number
  suffix?: ReactNode
  /** Minus and plus buttons on both sides. */
  stepper?: boolean
  disabled?: boolean
  name?: string
  placeholder?: string
}

const parse = (text: string): number | null => {
  const [group, point] = formatLocale() === 'vi' ? ['.', ','] : [',', '.']
  const plain = text.replaceAll(group!, '').replace(point!, '.').replace(/\s/g, '')
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain)
}

export function NumberInput(props: NumberInputProps) {
  const {
    value,
    onChange,
    min,
    max,
    step = 1,
    decimals = 0,
    suffix,
    stepper,
    disabled,
    name,
    placeholder,
    ...field
  } = props
  const kit = useKit()
  const show = (number: number | null) =>
    number === null ? '' : formatNumber(number, { maximumFractionDigits: decimals })
  const [text, setText] = useState(() => show(value))

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value from outside rewrites the text
  useEffect(() => {
    setText((now) => (parse(now) === value ? now : show(value)))
  }, [value])

  const fit = (number: number) => {
    const kept = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number))
    return Number(kept.toFixed(decimals))
  }
  const move = (by: number) => onChange(fit((value ?? min ?? 0) + by))
  const bad = text.trim() !== '' && parse(text) === null

  return (
    <Field {...field} error={field.error || (bad ? kit('numberInvalid') : undefined)}>
      {(wiring) => (
        <span className={stepper ? 'ts-control ts-stepper' : 'ts-control'}>
          {stepper && (
            <IconButton
              icon={Minus}
              label={kit('less')}
              disabled={disabled || (min !== undefined && value !== null && value <= min)}
              onClick={() => move(-step)}
            />
          )}
          <input
            {...wiring}
            name={name}
            className="ts-input ts-number"
            inputMode={decimals ? 'decimal' : 'numeric'}
            autoComplete="off"
            placeholder={placeholder}
            disabled={disabled}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              onChange(parse(event.target.value))
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              move(event.key === 'ArrowUp' ? step : -step)
            }}
            onBlur={() => {
              if (value === null) return
              const kept = fit(value)
              setText(show(kept))
              if (kept !== value) onChange(kept)
            }}
          />
          {suffix && <span className="ts-control-suffix">{suffix}</span>}
          {stepper && (
            <IconButton
              icon={Plus}
              label={kit('more')}
              disabled={disabled || (max !== undefined && value !== null && value >= max)}
              onClick={() => move(step)}
            />
          )}
        </span>
      )}
    </Field>
  )
}
