import { numbersOf } from '@thiso/contracts/vocab'
import { useEffect, useId, useRef } from 'react'
import { formatNumber } from '../../text/format'
import { useTyped } from '../use-typed'
import type { PlayerProps } from './player'

const LONGEST = { 'short-text': 300, number: 40 }
/** The count of characters is of no use before it gets tight. */
const TIGHT = 40

interface TypedPlayerProps extends PlayerProps {
  onTyping?: (isTyping: boolean) => void
}

/** One field: a few words, or a number with its unit and how it will be read. */
export function TypedPlayer({
  item,
  answer,
  onAnswer,
  onTyping,
  isLocked,
  language,
  texts,
  ...rest
}: TypedPlayerProps) {
  const id = useId()
  const { text, field, isPending } = useTyped(answer, onAnswer)
  const tell = useRef(onTyping)
  tell.current = onTyping
  useEffect(() => {
    tell.current?.(isPending)
    return () => tell.current?.(false)
  }, [isPending])

  const isNumber = item.type === 'number'
  const longest = isNumber ? LONGEST.number : LONGEST['short-text']
  const left = longest - text.length
  const note = isNumber ? reading(text) : left <= TIGHT ? texts.left(left) : ''

  function reading(typed: string): string {
    if (typed.trim() === '') return texts.numberExample
    const numbers = numbersOf(typed)
    if (numbers.length === 0) return texts.unread
    return texts.readAs(
      numbers.map((number) => formatNumber(number, { maximumFractionDigits: 12 }, language)),
      item.unit,
    )
  }

  return (
    <div className="ts-typed" lang={language}>
      <label className="ts-field-label" htmlFor={id}>
        {isNumber ? texts.typedNumber : texts.typed}
      </label>
      <span className="ts-typed-line">
        <input
          {...field}
          id={id}
          className={isNumber ? 'ts-input ts-number' : 'ts-input'}
          type="text"
          inputMode={isNumber ? 'decimal' : 'text'}
          enterKeyHint="done"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          // A Vietnamese answer may be typed into an English page.
          lang={isNumber ? undefined : 'vi'}
          maxLength={longest}
          readOnly={isLocked}
          aria-describedby={`${rest.stemId} ${rest.hintId} ${id}-note`}
        />
        {item.unit && <span className="ts-typed-unit">{item.unit}</span>}
      </span>
      <p className="ts-typed-note ts-number" id={`${id}-note`}>
        {note}
      </p>
    </div>
  )
}
