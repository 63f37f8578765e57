import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const PAUSE_MS = 300

/** Search and page of the standings, kept in the address. */
export function useStandingsAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)

  const search = useCallback((text: string) => setParams(text ? { q: text } : {}, { replace: true }), [setParams])

  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, search])

  return {
    q,
    typed,
    setTyped,
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    setPage: (page: number) => setParams({ ...(q ? { q } : {}), ...(page > 1 ? { trang: String(page) } : {}) }),
    clear: () => {
      setTyped('')
      search('')
    },
  }
}
