import { Icon, type LucideIcon } from '@thiso/kit'
import Bold from 'lucide-react/icons/bold'
import ImageIcon from 'lucide-react/icons/image'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Sigma from 'lucide-react/icons/sigma'
import Subscript from 'lucide-react/icons/subscript'
import Superscript from 'lucide-react/icons/superscript'
import Table from 'lucide-react/icons/table'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Tool, useDesk } from './desk'
import { ToolDialogs } from './tool-dialogs'
import { useRichText } from './use-rich-text'
import './rich.css'

type Word = 'bold' | 'italic' | 'sub' | 'sup' | 'bullets' | 'numbers' | Tool

interface Button {
  word: Word
  icon: LucideIcon
  /** Of the browser's editing; the others open a dialog. */
  command?: string
  /** Not for a field of one line. */
  isForBlocks?: true
}

const BUTTONS: readonly Button[] = [
  { word: 'bold', icon: Bold, command: 'bold' },
  { word: 'italic', icon: Italic, command: 'italic' },
  { word: 'sub', icon: Subscript, command: 'subscript' },
  { word: 'sup', icon: Superscript, command: 'superscript' },
  { word: 'bullets', icon: List, command: 'insertUnorderedList', isForBlocks: true },
  { word: 'numbers', icon: ListOrdered, command: 'insertOrderedList', isForBlocks: true },
  { word: 'table', icon: Table, isForBlocks: true },
  { word: 'link', icon: Link },
  { word: 'formula', icon: Sigma },
  { word: 'media', icon: ImageIcon },
]

/** The formatting bar of a form's small text fields: one stop of the Tab key, arrows within, Escape back to the field. */
export function RichToolbar() {
  const t = useRichText()
  const desk = useDesk()
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const { surface } = desk

  const press = ({ word, command }: Button) => {
    if (command) desk.command(command)
    else desk.openTool(word as Tool)
  }
  const walk = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + BUTTONS.length,
      Home: 0,
      End: BUTTONS.length - 1,
    }
    if (event.key === 'Escape') surface?.element.focus()
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    const next = move % BUTTONS.length
    setAt(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <>
      <div ref={bar} className="rich-toolbar" role="toolbar" aria-label={t('toolbar')} onKeyDown={walk}>
        {BUTTONS.map((button, index) => {
          const { word, icon, command, isForBlocks } = button
          const isOff = !surface || (isForBlocks && surface.shape === 'line')
          return (
            <button
              key={word}
              type="button"
              tabIndex={index === at ? 0 : -1}
              aria-disabled={isOff || undefined}
              aria-pressed={command ? desk.marks.has(command) && !isOff : undefined}
              aria-haspopup={command ? undefined : 'dialog'}
              aria-label={t(word)}
              title={t(word)}
              // The cursor stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onFocus={() => setAt(index)}
              onClick={() => {
                if (!isOff) press(button)
              }}
            >
              <Icon of={icon} size={18} />
            </button>
          )
        })}
      </div>
      <ToolDialogs />
    </>
  )
}
