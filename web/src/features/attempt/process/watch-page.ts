import type { Noted, Recorder } from './recorder'
import { shownPlace } from './shown-place'
import { largeChange } from './window-size'

/** A window that loses the keyboard for less is a browser's own dialog, or the start of leaving. */
const BLUR_MS = 400
/** Sizes on the way are not looked at. */
const SETTLED_MS = 800
const FLUSH_MS = 10_000

/** PE-2: notes what a page can notice about itself. @returns ends it */
export function watchPage(recorder: Recorder, asksFullScreen: boolean): () => void {
  let leftAt: number | null = null
  let blurredAt: number | null = null
  let blurTimer: ReturnType<typeof setTimeout> | undefined
  let sizeTimer: ReturnType<typeof setTimeout> | undefined
  let size = { width: innerWidth, height: innerHeight }
  let isFull = document.fullscreenElement !== null

  const note = (event: Noted) => {
    const position = shownPlace()
    recorder.note(position === null ? event : { ...event, position })
  }
  const flush = () => void recorder.flush()

  const leave = () => {
    clearTimeout(blurTimer)
    if (leftAt !== null) return
    leftAt = performance.now()
    note({ kind: 'left' })
    recorder.leave()
  }
  const see = () => {
    if (document.visibilityState !== 'visible') return leave()
    if (leftAt === null) return
    note({ kind: 'returned', durationMs: Math.round(performance.now() - leftAt) })
    leftAt = null
    flush()
  }
  const blur = () => {
    clearTimeout(blurTimer)
    blurTimer = setTimeout(() => {
      if (document.visibilityState !== 'visible' || document.hasFocus()) return
      blurredAt = performance.now()
      note({ kind: 'blurred' })
    }, BLUR_MS)
  }
  const focus = () => {
    clearTimeout(blurTimer)
    if (blurredAt === null) return
    note({ kind: 'focused', durationMs: Math.round(performance.now() - blurredAt) })
    blurredAt = null
  }
  const paste = (event: ClipboardEvent) =>
    note({ kind: 'pasted', length: event.clipboardData?.getData('text/plain').length ?? 0 })
  const copy = () => {
    const length = document.getSelection()?.toString().length ?? 0
    if (length > 0) note({ kind: 'copied', length })
  }
  const fullScreen = () => {
    const was = isFull
    isFull = document.fullscreenElement !== null
    if (asksFullScreen && was && !isFull) note({ kind: 'full-screen-left' })
  }
  const resize = () => {
    clearTimeout(sizeTimer)
    sizeTimer = setTimeout(() => {
      const now = { width: innerWidth, height: innerHeight }
      const percent = largeChange(size, now, isTypingIn(document.activeElement))
      // What was too little may add up to much.
      if (percent === null && now.width === size.width) return
      size = now
      if (percent !== null) note({ kind: 'resized', percent })
    }, SETTLED_MS)
  }

  const timer = setInterval(flush, FLUSH_MS)
  const ends = [
    on(document, 'visibilitychange', see),
    on(window, 'pagehide', leave),
    on(window, 'pageshow', see),
    on(window, 'blur', blur),
    on(window, 'focus', focus),
    on(document, 'paste', paste as EventListener),
    on(document, 'copy', copy),
    on(document, 'fullscreenchange', fullScreen),
    on(window, 'resize', resize),
    on(window, 'online', flush),
  ]
  flush()
  return () => {
    clearInterval(timer)
    clearTimeout(blurTimer)
    clearTimeout(sizeTimer)
    for (const end of ends) end()
    flush()
  }
}

function on(target: EventTarget, kind: string, listener: EventListener): () => void {
  // Before the page's own listeners, which may stop a copy.
  target.addEventListener(kind, listener, true)
  return () => target.removeEventListener(kind, listener, true)
}

const isTypingIn = (element: Element | null) => element !== null && /^(INPUT|TEXTAREA)$/.test(element.tagName)
