import { useEffect, useRef } from 'react'

/** Fields take their keys themselves, and so does a button that has the focus take the space bar. */
const takesKeys = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
const takesSpace = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null

/** Keys of the class screen, by what the keyboard writes: ' ', 'p', '?'. None while a dialog is open or something is typed. */
export function useShortcuts(acts: Record<string, (() => void) | undefined>): void {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (takesKeys(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === ' ' && takesSpace(event.target)) return
      const act = current.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
