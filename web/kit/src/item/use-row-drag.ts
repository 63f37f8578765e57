import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { type RowBox, placeOf, wayMade } from './ordering'

interface Drag {
  pointer: number
  from: number
  to: number
  rows: readonly RowBox[]
  /** How far the row has been dragged on the page, px: the pointer's way and what was scrolled meanwhile. */
  dy: number
}

/** From this close to the window's edge on, the page moves along under the finger. */
const EDGE = 96
const FASTEST = 14

/** A mouse that only clicks a row does not drag it. */
const SLACK = 4

/**
 * Dragging rows of a list up and down by pointer, without a library. The list calls `start` from a row; while a row is dragged `styleOf`
 * says where each row is drawn, and at the end `onMove` is told once. There are always buttons that do the same.
 */
export function useRowDrag(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef({ drag, onMove })
  latest.current = { drag, onMove }
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  function start(event: ReactPointerEvent<HTMLElement>, from: number) {
    if (!list.current || event.button !== 0 || stop.current) return
    const { pointerId, clientY } = event
    const beginY = clientY
    const beginScroll = window.scrollY
    const rows = [...list.current.children].map((row) => {
      const box = row.getBoundingClientRect()
      return { top: box.top + beginScroll, height: box.height }
    })
    let pointerY = beginY
    let frame = 0
    let isDragging = false

    const draw = () => {
      const dy = pointerY - beginY + window.scrollY - beginScroll
      if (!isDragging && Math.abs(dy) < SLACK) return
      isDragging = true
      setDrag({ pointer: pointerId, from, to: placeOf(rows, from, dy), rows, dy })
    }
    const creep = () => {
      const over = pointerY < EDGE ? pointerY - EDGE : Math.max(0, pointerY - (window.innerHeight - EDGE))
      if (isDragging && over !== 0) {
        window.scrollBy(0, Math.max(-FASTEST, Math.min(FASTEST, over / 4)))
        draw()
      }
      frame = requestAnimationFrame(creep)
    }
    const move = (next: PointerEvent) => {
      if (next.pointerId !== pointerId) return
      pointerY = next.clientY
      draw()
    }
    const end = (isKept: boolean) => {
      stop.current?.()
      const now = latest.current.drag
      setDrag(null)
      if (isKept && now && now.to !== now.from) latest.current.onMove(now.from, now.to)
    }
    const up = (next: PointerEvent) => next.pointerId === pointerId && end(true)
    const cancel = (next: PointerEvent) => next.pointerId === pointerId && end(false)
    const giveUp = (next: KeyboardEvent) => {
      if (next.key !== 'Escape') return
      next.preventDefault()
      end(false)
    }
    stop.current = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', giveUp)
      stop.current = null
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', giveUp)
    frame = requestAnimationFrame(creep)
  }

  return {
    list,
    start,
    /** The row under the finger, and the place it would take. */
    dragged: drag ? { from: drag.from, to: drag.to } : null,
    styleOf(at: number) {
      if (!drag) return undefined
      const y = at === drag.from ? drag.dy : wayMade(drag.rows, drag.from, drag.to, at)
      return { transform: `translateY(${y}px)` }
    },
  }
}
