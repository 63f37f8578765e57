import { classes, Icon, IconButton } from '@thiso/kit'
import { moved } from '@thiso/kit/item/ordering'
import { useRowDrag } from '@thiso/kit/item/use-row-drag'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import GripVertical from 'lucide-react/icons/grip-vertical'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import './arranged-list.css'

interface ArrangedListProps<T> {
  rows: readonly T[]
  keyOf: (row: T) => string
  /** What the list says about a move. */
  words: {
    drag: (row: T, place: number) => string
    up: (row: T) => string
    down: (row: T) => string
    moved: (row: T, place: number) => string
  }
  onChange: (rows: T[]) => void
  /** What stands above a row, as the head of a section. */
  above?: (row: T) => ReactNode
  /** More buttons at the end of a row. */
  acts?: (row: T, index: number) => ReactNode
  children: (row: T, index: number) => ReactNode
}

/** Rows in an order of their own: by dragging the handle, by the arrow keys on it, or by the buttons. */
export function ArrangedList<T>({ rows, keyOf, words, onChange, above, acts, children }: ArrangedListProps<T>) {
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const row = rows[from]
    if (!row || to < 0 || to >= rows.length || to === from) return
    onChange(moved(rows, from, to))
    setSaid(words.moved(row, to + 1))
  }
  const drag = useRowDrag(move)
  const { list } = drag
  // Whoever took a row out with the keyboard goes on at the row that took its place.
  const lastAt = useRef(0)
  const countBefore = useRef(rows.length)
  useEffect(() => {
    const isFewer = rows.length < countBefore.current
    countBefore.current = rows.length
    if (!isFewer || document.activeElement !== document.body) return
    const handles = list.current?.querySelectorAll<HTMLElement>('.arranged-handle') ?? []
    handles[Math.min(lastAt.current, handles.length - 1)]?.focus()
  }, [rows.length, list])
  const press = (event: KeyboardEvent, at: number) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(at, to)
  }
  return (
    <>
      <ol className={classes('arranged', drag.dragged && 'arranged-moving')} ref={drag.list}>
        {rows.map((row, at) => (
          <li
            key={keyOf(row)}
            className={classes('arranged-row', drag.dragged?.from === at && 'arranged-held')}
            style={drag.styleOf(at)}
            onFocus={() => {
              lastAt.current = at
            }}
          >
            {above?.(row)}
            <div className="arranged-line">
              <button
                type="button"
                className="arranged-handle"
                aria-label={words.drag(row, at + 1)}
                onPointerDown={(event) => drag.start(event, at)}
                onKeyDown={(event) => press(event, at)}
              >
                <Icon of={GripVertical} size={20} />
                <span className="ts-number" aria-hidden="true">
                  {at + 1}
                </span>
              </button>
              <div className="arranged-content">{children(row, at)}</div>
              <div className="arranged-acts">
                {/* At the ends they only stop working: a disabled button would drop the keyboard's place. */}
                <IconButton
                  icon={ArrowUp}
                  label={words.up(row)}
                  aria-disabled={at === 0 || undefined}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={words.down(row)}
                  aria-disabled={at === rows.length - 1 || undefined}
                  onClick={() => move(at, at + 1)}
                />
                {acts?.(row, at)}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <p className="ts-hidden" role="status">
        {said}
      </p>
    </>
  )
}
