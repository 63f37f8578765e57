import { Button, TextInput } from '@thiso/kit'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { type FormEvent, useRef, useState } from 'react'
import { useLessonTexts } from '../texts/use-lesson-texts'
import { isPin, pinIn } from './pin'
import './pin-form.css'

interface PinFormProps {
  /** What was refused, if something was. */
  error?: string
  onPin: (pin: string) => void
}

/** Six digits; the sixth goes on by itself, and so does a pasted code. */
export function PinForm({ error, onPin }: PinFormProps) {
  const t = useLessonTexts()
  const [pin, setPin] = useState('')
  const [isShort, setShort] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const change = (typed: string) => {
    const next = pinIn(typed)
    setPin(next)
    setShort(false)
    if (isPin(next) && next !== pin) onPin(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPin(pin)) return onPin(pin)
    setShort(true)
    input.current?.focus()
  }
  return (
    <form className="ls-pin" onSubmit={submit} noValidate>
      <TextInput
        ref={input}
        label={t('pin.label')}
        hint={t('pin.hint')}
        error={isShort ? t('pin.short') : pin === '' ? error : undefined}
        value={pin}
        onChange={change}
        className="ls-pin-field"
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        enterKeyHint="go"
        required
      />
      <Button type="submit" variant="primary" size="large" block iconEnd={ArrowRight}>
        {t('pin.go')}
      </Button>
    </form>
  )
}
