import { formatNumber } from '@thiso/kit'
import { useEffect, useId, useState } from 'react'
import { MOST_PER_CELL } from './counts'
import { useBlueprintText } from './use-blueprint-text'

interface BlueprintCellProps {
  id: string
  /** "An toàn mạng, Vận dụng: số câu" */
  label: string
  /** Stands above the field on a phone, where the columns' heads are gone. */
  level: string
  count: number
  /** undefined while nobody has said yet. */
  usable: number | undefined
  disabled?: boolean
  onChange: (count: number) => void
}

export function BlueprintCell({ id, label, level, count, usable, disabled, onChange }: BlueprintCellProps) {
  const t = useBlueprintText()
  const noteId = useId()
  const [text, setText] = useState(() => (count ? String(count) : ''))

  useEffect(() => {
    setText((now) => (Number(now || 0) === count ? now : count ? String(count) : ''))
  }, [count])

  const missing = usable === undefined ? 0 : Math.max(0, count - usable)
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 3)
    const next = Math.min(MOST_PER_CELL, Number(digits || 0))
    setText(digits === '' ? '' : String(next))
    onChange(next)
  }

  return (
    <>
      <span className="ad-cell-level" aria-hidden="true">
        {level}
      </span>
      <input
        id={id}
        className="ts-input ts-number ad-cell-input"
        inputMode="numeric"
        autoComplete="off"
        placeholder="0"
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={missing > 0 || undefined}
        disabled={disabled}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          type(String(Math.max(0, count + (event.key === 'ArrowUp' ? 1 : -1))))
        }}
      />
      <span id={noteId} className={missing > 0 ? 'ad-cell-note ad-cell-missing' : 'ad-cell-note'}>
        {usable === undefined
          ? '\u00a0'
          : missing > 0
            ? t('missing', { count: formatNumber(missing) })
            : usable === 0
              ? t('noneUsable')
              : t('usable', { count: formatNumber(usable) })}
      </span>
    </>
  )
}
