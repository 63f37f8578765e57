import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { FILTER_NAMES, type FilterName, filterOf, viewOf, withFilter } from '../../../lib/item-bank/item-filter'

const PAUSE_MS = 300

/** Search, filters and page of the list, kept in the address so that coming back from an item finds the same list. */
export function useItemsAddress() {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => filterOf(params), [params])
  const q = filter.q ?? ''
  const [typed, setTyped] = useState(q)

  const change = useCallback(
    (changes: Partial<Record<FilterName, string | null>>) =>
      setParams((now) => withFilter(now, changes), { replace: true }),
    [setParams],
  )

  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => change({ q: typed.trim() }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, change])

  return {
    filter,
    typed,
    setTyped,
    change,
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    isFiltered: Object.keys(filter).length > 0,
    /** The filters as a saved view keeps them. */
    view: viewOf(params),
    setPage: (page: number) =>
      setParams((now) => {
        const next = new URLSearchParams(now)
        if (page > 1) next.set('trang', String(page))
        else next.delete('trang')
        return next
      }),
    clear: () => {
      setTyped('')
      change(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))
    },
  }
}

export type ItemsAddress = ReturnType<typeof useItemsAddress>
