import { useEffect, useState } from 'react'

/** The whole page over the whole screen. `toggle` is undefined where the browser cannot. */
export function useFullScreen() {
  const [isFull, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const note = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', note)
    return () => document.removeEventListener('fullscreenchange', note)
  }, [])
  const toggle = () => {
    // Refused where the browser wants a gesture of its own kind; then the screen simply stays as it is.
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen({ navigationUI: 'hide' })
    done.catch(() => undefined)
  }
  return { isFull, toggle: document.fullscreenEnabled ? toggle : undefined }
}
