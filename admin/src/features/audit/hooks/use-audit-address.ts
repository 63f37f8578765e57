import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { isAct } from '../acts'

const PAUSE_MS = 300
const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The first instant of a day in Viet Nam, so many days later. @param day yyyy-mm-dd */
function startOf(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + later * DAY_MS).toISOString()
}

/** Search, days and page of the log, kept in the address. An act chosen from the list is a search for its code. */
export function useAuditAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const act = isAct(q) ? q : null
  const shown = act ? '' : q
  const [typed, setTyped] = useState(shown)
  const dayOf = (name: 'tu' | 'den') => {
    const value = params.get(name) ?? ''
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
  }
  const [from, to] = [dayOf('tu'), dayOf('den')]

  /** Changes what is given and goes to the first page. */
  const set = useCallback(
    (change: Record<string, string>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          next.delete('trang')
          for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const search = useCallback((text: string) => set({ q: text }), [set])

  useEffect(() => setTyped((now) => (now.trim() === shown ? now : shown)), [shown])
  useEffect(() => {
    if (typed.trim() === shown) return
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, shown, search])

  return {
    act,
    typed,
    setTyped,
    setAct: search,
    from,
    to,
    setFrom: (day: string) => set({ tu: day }),
    setTo: (day: string) => set({ den: day }),
    areDaysWrong: from !== '' && to !== '' && to < from,
    isFiltered: q !== '' || from !== '' || to !== '',
    /** As the API takes it; the last day is meant whole. */
    filter: {
      ...(q ? { q } : {}),
      ...(from ? { from: startOf(from) } : {}),
      ...(to ? { to: startOf(to, 1) } : {}),
    },
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    setPage: (page: number) =>
      setParams((now) => {
        const next = new URLSearchParams(now)
        page > 1 ? next.set('trang', String(page)) : next.delete('trang')
        return next
      }),
    clear: () => {
      setTyped('')
      set({ q: '', tu: '', den: '' })
    },
  }
}
