import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** Who stops typing this long has written something; shorter, and half a word would be sent. */
const PAUSE_MS = 700
/** While a letter or a word is being put together; phones keep the last word in that state until the field is left. */
const COMPOSING_PAUSE_MS = 1_500
/** Who types on and on is heard this often all the same: the time may run out in the middle of a sentence. */
const PATIENCE_MS = 4_000

/** What a field hands out: one line, normalised, no spaces at its ends; null for nothing. */
export function lineTyped(text: string): string | null {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim() || null
}

/**
 * A field that hands out what was typed when the person pauses, leaves it or presses Enter. Vietnamese keyboards put a syllable together
 * from several strokes: meanwhile the pause has to be longer, and what stands in the field is never touched.
 */
export function useTyped(answer: string | null, onAnswer: (answer: string | null) => void) {
  const [text, setText] = useState(answer ?? '')
  /** What was last handed out or came from outside. */
  const settled = useRef(answer)
  const typed = useRef(text)
  const isComposing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsettledSince = useRef(0)
  const hand = useRef(onAnswer)
  hand.current = onAnswer

  const settle = useRef(() => {
    clearTimeout(timer.current)
    unsettledSince.current = 0
    const line = lineTyped(typed.current)
    if (line === settled.current) return
    settled.current = line
    hand.current(line)
  }).current

  const wait = () => {
    clearTimeout(timer.current)
    const now = performance.now()
    unsettledSince.current ||= now
    const pause = isComposing.current ? COMPOSING_PAUSE_MS : PAUSE_MS
    timer.current = setTimeout(settle, Math.min(pause, Math.max(0, unsettledSince.current + PATIENCE_MS - now)))
  }

  // Cleared, or changed on another device: what stands in the field gives way.
  useEffect(() => {
    if (answer === settled.current) return
    clearTimeout(timer.current)
    unsettledSince.current = 0
    settled.current = answer
    typed.current = answer ?? ''
    setText(answer ?? '')
  }, [answer])

  useEffect(() => {
    // Before anybody else hears that the page goes away, so that what was typed goes with the rest.
    const hide = () => document.visibilityState === 'hidden' && settle()
    document.addEventListener('visibilitychange', hide, { capture: true })
    window.addEventListener('pagehide', settle, { capture: true })
    return () => {
      document.removeEventListener('visibilitychange', hide, { capture: true })
      window.removeEventListener('pagehide', settle, { capture: true })
      settle()
    }
  }, [settle])

  return {
    text,
    /** Typed and not handed out yet. */
    isPending: lineTyped(text) !== answer,
    field: {
      value: text,
      onChange(event: ChangeEvent<HTMLInputElement>) {
        typed.current = event.target.value
        setText(event.target.value)
        wait()
      },
      onCompositionStart() {
        isComposing.current = true
      },
      onCompositionEnd() {
        isComposing.current = false
        wait()
      },
      onBlur: settle,
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle()
      },
    },
  }
}
