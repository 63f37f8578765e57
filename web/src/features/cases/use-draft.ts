import { useEffect, useState } from 'react'

/** What is being typed, kept on this device until it has been sent; where nothing can be kept it is only on the page. */
export function useDraft(name: string): [string, (text: string) => void, () => void] {
  const key = `thiso.case.${name}`
  const [text, setText] = useState(() => read(key))
  useEffect(() => {
    try {
      if (text) localStorage.setItem(key, text)
      else localStorage.removeItem(key)
    } catch {
      // Private windows of some browsers keep nothing.
    }
  }, [key, text])
  return [text, setText, () => setText('')]
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
