import { useEffect, useRef, useState } from 'react'
import { localStore } from '../place/local-store'
import { actOf } from './shortcut-keys'

const KEY = 'thi-so.shortcuts'

export interface ShortcutActions {
  /** How many of the letters stand for something. */
  optionCount: number
  choose(index: number): void
  step(by: 1 | -1): void
  mark(): void
}

/** Who types a word wants its letters; what moves by arrow keys of its own keeps them. */
function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input:not([type=radio], [type=checkbox]), textarea, select, audio')) return true
  return key.startsWith('Arrow') && target.closest('[data-own-keys], [tabindex="0"]') !== null
}

/** Single keys for those who work with a keyboard. They can be switched off, as WCAG 2.1.4 asks. */
export function useShortcuts(actions: ShortcutActions | null) {
  const [isOn, setIsOn] = useState(() => {
    try {
      return localStore()?.getItem(KEY) !== 'off'
    } catch {
      return true
    }
  })
  const latest = useRef(actions)
  latest.current = actions

  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      const now = latest.current
      if (!now || event.defaultPrevented || event.isComposing || event.repeat) return
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      const act = actOf(event.key, now.optionCount)
      if (act === null || isTakenBy(event.target, event.key)) return
      // In a radio group left and right would choose; up and down still do.
      event.preventDefault()
      if (act === 'back') now.step(-1)
      else if (act === 'next') now.step(1)
      else if (act === 'mark') now.mark()
      else now.choose(act)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])

  const set = (next: boolean) => {
    setIsOn(next)
    try {
      localStore()?.setItem(KEY, next ? 'on' : 'off')
    } catch {
      // Holds for this visit only.
    }
  }
  return [isOn, set] as const
}
