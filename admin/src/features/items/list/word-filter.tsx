import { TextInput } from '@thiso/kit'
import { useEffect, useState } from 'react'

interface WordFilterProps {
  label: string
  value: string
  maxLength: number
  onChange: (value: string) => void
}

/** A filter by one exact word: asked when it is whole, with Enter or on leaving the field. */
export function WordFilter({ label, value, maxLength, onChange }: WordFilterProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const ask = () => {
    if (typed.trim() !== value) onChange(typed.trim())
  }
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={setTyped}
      maxLength={maxLength}
      autoComplete="off"
      autoCapitalize="none"
      onBlur={ask}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) ask()
      }}
    />
  )
}
