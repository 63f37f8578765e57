import { type RefObject, useEffect, useState } from 'react'

/** One element over the whole screen, for the wall. `toggle` is undefined where the browser cannot. */
export function useFullScreen(box: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false)

  useEffect(() => {
    const note = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', note)
    return () => document.removeEventListener('fullscreenchange', note)
  }, [])

  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void box.current?.requestFullscreen()
  }
  return { isFull, toggle: document.fullscreenEnabled ? toggle : undefined }
}
