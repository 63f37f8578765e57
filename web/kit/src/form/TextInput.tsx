import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useRef,
  useState,
} from 'react'
import { IconButton } from '../action/Button'
import { useKit } from '../i18n/setup'
import { classes } from '../layout/classes'
import { Icon } from '../layout/Icon'
import { Field, type FieldProps, splitField } from './Field'

type Native<T> = Omit<T, 'value' | 'defaultValue' | 'onChange' | 'id' | 'className' | 'required' | 'size'>

export interface TextInputProps extends FieldProps, Native<InputHTMLAttributes<HTMLInputElement>> {
  value: string
  onChange: (value: string) => void
  /** A short unit or mark inside the edge: "câu", "%". */
  suffix?: ReactNode
  ref?: Ref<HTMLInputElement>
}

export function TextInput(props: TextInputProps) {
  const [field, { value, onChange, suffix, ...rest }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="ts-control">
          <input
            type="text"
            {...rest}
            {...wiring}
            className="ts-input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {suffix && <span className="ts-control-suffix">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

export interface PasswordInputProps extends Omit<TextInputProps, 'suffix' | 'type'> {
  autoComplete?: 'current-password' | 'new-password' | 'off'
}

export function PasswordInput({ autoComplete = 'current-password', ...props }: PasswordInputProps) {
  const kit = useKit()
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      suffix={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={kit(shown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}

export interface SearchInputProps extends Omit<TextInputProps, 'label' | 'suffix' | 'type' | 'ref'> {
  /** Hidden by default: the magnifier and the placeholder say it to those who see. */
  label?: ReactNode
}

export function SearchInput({ label, hideLabel = true, ...props }: SearchInputProps) {
  const kit = useKit()
  const input = useRef<HTMLInputElement>(null)
  const [field, { value, onChange, ...rest }] = splitField({ ...props, label: label ?? kit('search'), hideLabel })
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="ts-control ts-control-search">
          <Icon of={Search} className="ts-control-lead" />
          <input
            enterKeyHint="search"
            autoComplete="off"
            placeholder={kit('search')}
            {...rest}
            {...wiring}
            ref={input}
            type="search"
            className="ts-input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {value && (
            <span className="ts-control-suffix">
              <IconButton
                icon={X}
                iconSize={18}
                label={kit('clear')}
                onClick={() => {
                  onChange('')
                  input.current?.focus()
                }}
              />
            </span>
          )}
        </span>
      )}
    </Field>
  )
}

export interface TextareaProps extends FieldProps, Native<TextareaHTMLAttributes<HTMLTextAreaElement>> {
  value: string
  onChange: (value: string) => void
  /** Shows how many characters are left of `maxLength`. */
  count?: boolean
  ref?: Ref<HTMLTextAreaElement>
}

export function Textarea(props: TextareaProps) {
  const [field, { value, onChange, count, rows = 4, ...rest }] = splitField(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <textarea
            {...rest}
            {...wiring}
            rows={rows}
            className={classes('ts-input', 'ts-textarea')}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {count && rest.maxLength !== undefined && (
            <div className="ts-field-count ts-number" aria-hidden="true">
              {value.length} / {rest.maxLength}
            </div>
          )}
        </>
      )}
    </Field>
  )
}
