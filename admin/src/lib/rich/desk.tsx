import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RichShape } from './rich-html'

/** A text field that is being written in. */
export interface Surface {
  element: HTMLElement
  shape: RichShape
}

export type Tool = 'table' | 'link' | 'formula' | 'media'

interface Desk {
  /** The field that the formatting bar acts upon: the one written in last. */
  surface: Surface | null
  /** Commands in force where the cursor stands: 'bold', 'subscript' … */
  marks: ReadonlySet<string>
  enter: (surface: Surface) => void
  leave: (element: HTMLElement) => void
  /** One of the browser's editing commands, on what was chosen in the field. */
  command: (name: string, value?: string) => void
  /** What was chosen in the field, as plain text. */
  chosenText: () => string
  /** The table in which the cursor stands, and the cell. */
  cell: () => HTMLTableCellElement | null
  tool: { name: Tool; file?: File } | null
  openTool: (name: Tool | null, file?: File) => void
}

const DeskContext = createContext<Desk | null>(null)

const MARKS = ['bold', 'italic', 'subscript', 'superscript', 'insertUnorderedList', 'insertOrderedList']
const NO_MARKS: ReadonlySet<string> = new Set()

/** What the small text fields of a form share: one formatting bar, which acts upon the field written in last. */
export function RichDesk({ children }: { children: ReactNode }) {
  const [surface, setSurface] = useState<Surface | null>(null)
  const [marks, setMarks] = useState(NO_MARKS)
  const [tool, setTool] = useState<Desk['tool']>(null)
  const range = useRef<Range | null>(null)
  const current = useRef<Surface | null>(null)
  current.current = surface

  useEffect(() => {
    const note = () => {
      const selection = document.getSelection()
      const element = current.current?.element
      if (!element || !selection?.rangeCount || !element.contains(selection.anchorNode)) return
      range.current = selection.getRangeAt(0).cloneRange()
      const found = MARKS.filter((name) => document.queryCommandState(name))
      setMarks((now) => (found.length === now.size && found.every((name) => now.has(name)) ? now : new Set(found)))
    }
    document.addEventListener('selectionchange', note)
    return () => document.removeEventListener('selectionchange', note)
  }, [])

  const enter = useCallback((next: Surface) => {
    range.current = null
    setSurface((now) => (now?.element === next.element ? now : next))
  }, [])
  const leave = useCallback((element: HTMLElement) => {
    setSurface((now) => (now?.element === element ? null : now))
  }, [])

  const desk = useMemo<Desk>(() => {
    /** Puts the cursor back where it was in the field, or at its end. */
    const goBack = () => {
      const element = surface?.element
      if (!element) return
      const kept = range.current
      element.focus()
      const selection = document.getSelection()
      if (kept && element.contains(kept.startContainer)) {
        selection?.removeAllRanges()
        selection?.addRange(kept)
      } else selection?.selectAllChildren(element)
      if (!kept) selection?.collapseToEnd()
    }
    return {
      surface,
      marks,
      tool,
      enter,
      leave,
      command: (name, value) => {
        goBack()
        document.execCommand(name, false, value)
      },
      chosenText: () => range.current?.toString() ?? '',
      cell: () => {
        const at = range.current?.startContainer
        const element = at instanceof Element ? at : at?.parentElement
        const cell = element?.closest<HTMLTableCellElement>('td, th') ?? null
        return cell && surface?.element.contains(cell) ? cell : null
      },
      openTool: (name, file) => setTool(name ? { name, ...(file ? { file } : {}) } : null),
    }
  }, [surface, marks, tool, enter, leave])

  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('a rich text field stands within a RichDesk')
  return desk
}
