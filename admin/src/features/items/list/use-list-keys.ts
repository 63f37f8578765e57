import { type KeyboardEvent, useState } from 'react'

const STORE = 'thiso.items.letters'

/** Single letters act only while a row of the list has the focus, and can be turned off (WCAG 2.1.4). */
export function useLettersSwitch() {
  const [isOn, setOn] = useState(() => {
    try {
      return localStorage.getItem(STORE) !== 'off'
    } catch {
      return true
    }
  })
  return {
    isOn,
    set: (next: boolean) => {
      setOn(next)
      try {
        if (next) localStorage.removeItem(STORE)
        else localStorage.setItem(STORE, 'off')
      } catch {
        // Some private windows keep nothing; the choice then holds for this page.
      }
    },
  }
}

interface ListActs {
  isLetters: boolean
  onChoose: (rowIndex: number, isRange: boolean) => void
  onNew: () => void
  onSearch: () => void
  onHelp: () => void
}

/** Keys of a list whose rows take the focus; arrows and Enter are the table's own. */
export function listKeys({ isLetters, onChoose, onNew, onSearch, onHelp }: ListActs) {
  return (event: KeyboardEvent) => {
    const row = event.target
    if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const act = () => {
      switch (event.key) {
        case ' ':
          return onChoose(row.sectionRowIndex, event.shiftKey)
        case 'x':
        case 'X':
          return isLetters && onChoose(row.sectionRowIndex, event.shiftKey)
        case 'j':
        case 'k': {
          const next = event.key === 'j' ? row.nextElementSibling : row.previousElementSibling
          return isLetters && next instanceof HTMLElement && next.focus()
        }
        case 'n':
          return isLetters && onNew()
        case '/':
          return isLetters && onSearch()
        case '?':
          return isLetters && onHelp()
        default:
          return false
      }
    }
    if (act() !== false) event.preventDefault()
  }
}
