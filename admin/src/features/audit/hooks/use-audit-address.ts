import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { isAct } from '../acts'

const PAUSE_MS = 300

/** Search and page of the log, kept in the address. An act chosen from the list is a search for its code. */
export function useAuditAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const act = isAct(q) ? q : null
  const shown = act ? '' : q
  const [typed, setTyped] = useState(shown)

  const search = useCallback((text: string) => setParams(text ? { q: text } : {}, { replace: true }), [setParams])

  useEffect(() => setTyped((now) => (now.trim() === shown ? now : shown)), [shown])
  useEffect(() => {
    if (typed.trim() === shown) return
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, shown, search])

  return {
    q,
    act,
    typed,
    setTyped,
    setAct: search,
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    setPage: (page: number) => setParams({ ...(q ? { q } : {}), ...(page > 1 ? { trang: String(page) } : {}) }),
    clear: () => {
      setTyped('')
      search('')
    },
  }
}
