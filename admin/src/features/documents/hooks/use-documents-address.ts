import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const PAUSE_MS = 300

/** Search and page of the register, kept in the address. */
export function useDocumentsAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q')?.trim() ?? ''
  const [typed, setTyped] = useState(q)

  const set = useCallback(
    (changes: Record<'q' | 'trang', string>, isReplaced: boolean) =>
      setParams(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== '')), {
        replace: isReplaced,
      }),
    [setParams],
  )

  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => set({ q: typed.trim(), trang: '' }, true), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, set])

  return {
    q,
    typed,
    setTyped,
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    setPage: (page: number) => set({ q, trang: page > 1 ? String(page) : '' }, false),
  }
}
