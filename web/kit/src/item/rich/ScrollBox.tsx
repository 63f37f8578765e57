import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Something wide that is pushed sideways in its own frame, also by keyboard; a stop for the keyboard only while it is too wide. */
export function ScrollBox({ label, isLine, children }: { label: string; isLine?: boolean; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const [isTooWide, setTooWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const look = () => setTooWide(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const Tag = isLine ? 'span' : 'div'
  return (
    <Tag
      ref={box as never}
      className="ts-rich-scroll"
      {...(isTooWide ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      {children}
    </Tag>
  )
}
