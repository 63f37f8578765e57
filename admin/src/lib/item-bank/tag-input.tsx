import { Chip, Field } from '@thiso/kit'
import { type KeyboardEvent, useState } from 'react'
import { useBankWords } from './use-words'
import './item-bank.css'

interface TagInputProps {
  label: string
  hint?: string
  value: readonly string[]
  onChange: (tags: string[]) => void
  most: number
  /** Longest tag, in characters. */
  maxLength?: number
  error?: string | undefined
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Short words, each ended by Enter or a comma; the Backspace key in an empty field takes the last one back. */
export function TagInput({ label, hint, value, onChange, most, maxLength = 40, error }: TagInputProps) {
  const words = useBankWords()
  const [typed, setTyped] = useState('')
  const isFull = value.length >= most

  const add = (text: string) => {
    const fresh = text.split(',').map(tidy).filter(Boolean)
    setTyped('')
    if (fresh.length > 0) onChange([...new Set([...value, ...fresh])].slice(0, most))
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // The page saves: with the word, though nobody has ended it.
      add(typed)
    } else if (event.key === 'Enter' && typed.trim()) {
      // Not the form's: the word is what is being ended.
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Enter') event.preventDefault()
    else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <Field label={label} hint={hint ?? words('tags.hint')} error={error}>
      {(wiring) => (
        <>
          {value.length > 0 && (
            <ul className="bank-tags">
              {value.map((tag) => (
                <li key={tag}>
                  <Chip name={tag} onRemove={() => onChange(value.filter((other) => other !== tag))}>
                    {tag}
                  </Chip>
                </li>
              ))}
            </ul>
          )}
          <input
            {...wiring}
            className="ts-input"
            autoComplete="off"
            autoCapitalize="none"
            maxLength={maxLength}
            disabled={isFull}
            placeholder={isFull ? words('tags.full') : undefined}
            value={typed}
            onChange={(event) => {
              if (event.target.value.includes(',')) add(event.target.value)
              else setTyped(event.target.value)
            }}
            onKeyDown={keyDown}
            onBlur={() => add(typed)}
          />
        </>
      )}
    </Field>
  )
}
