import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const PAUSE_MS = 200

/** The day looked at and the search, kept in the address. */
export function useUnitsAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(params.get('ngay') ?? '')?.[0] ?? null

  const change = useCallback(
    (changes: { q?: string; ngay?: string }) => {
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: true },
      )
    },
    [setParams],
  )

  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => change({ q: typed.trim() }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, change])

  return {
    q,
    typed,
    setTyped,
    day,
    setDay: (ngay: string) => change({ ngay }),
    clear: () => {
      setTyped('')
      change({ q: '' })
    },
  }
}
