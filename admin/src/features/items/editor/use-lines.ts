import { escapeHtml } from '@thiso/contracts/vocab'
import { useEffect, useRef } from 'react'
import { isBlankHtml } from '../../../lib/rich/rich-media'
import { type Draft, FEWEST_LINES, MOST_LINES, newLine } from '../draft/item-draft'
import { splitLines } from '../draft/split-lines'
import { type FieldsProps, withLine } from './fields'

/** What can be done with the lines of an item, whatever they are called. */
export function useLines({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const { lines, type } = draft
  const next = useRef<string | null>(null)

  // A line that was just added is where one goes on writing.
  useEffect(() => {
    if (!next.current) return
    document.getElementById(`item-line:${next.current}`)?.focus()
    next.current = null
  })

  const setLines = (changed: Draft['lines']) => change({ lines: changed })
  const add = () => {
    const line = newLine()
    next.current = line.id
    setLines([...lines, line])
  }
  return {
    lines,
    canAdd: lines.length < MOST_LINES,
    canRemove: lines.length > FEWEST_LINES[type],
    add,
    write: (id: string, changes: Partial<Draft['lines'][number]>) => setLines(withLine(lines, id, changes)),
    remove: (id: string) =>
      change({ lines: lines.filter((line) => line.id !== id), ...(draft.keyId === id ? { keyId: null } : {}) }),
    moves: (index: number) => {
      const to = (place: number) => () => {
        const moved = [...lines]
        const [line] = moved.splice(index, 1)
        if (line) moved.splice(place, 0, line)
        setLines(moved)
      }
      return { up: index > 0 ? to(index - 1) : null, down: index < lines.length - 1 ? to(index + 1) : null }
    },
    /** The Enter key: on to the next line; at the end of a written one, a new line. */
    goOn: (index: number) => {
      const following = lines[index + 1]
      if (following) document.getElementById(`item-line:${following.id}`)?.focus()
      else if (lines.length < MOST_LINES && !isBlankHtml(lines[index]?.text ?? '')) add()
    },
    /** Several options pasted into a blank line fill it and those after it. */
    spread: (index: number, text: string): boolean => {
      const parts = splitLines(text)
      const current = lines[index]
      if (!current || parts.length < 2 || !isBlankHtml(current.text)) return false
      const free = lines.slice(index).filter((line) => isBlankHtml(line.text))
      const room = free.length + MOST_LINES - lines.length
      if (parts.length > room) return false
      const filled = new Map(free.map((line, at) => [line.id, parts[at]]))
      const rest = parts.slice(free.length).map((part) => newLine({ text: escapeHtml(part) }))
      setLines([
        ...lines.map((line) => {
          const part = filled.get(line.id)
          return part === undefined ? line : { ...line, text: escapeHtml(part) }
        }),
        ...rest,
      ])
      return true
    },
  }
}

export const letterOf = (index: number) => String.fromCharCode(65 + index)
