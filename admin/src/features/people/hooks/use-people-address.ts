import { ROLES, type Role } from '@thiso/contracts/vocab'
import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

type Key = 'q' | 'vai-tro' | 'don-vi' | 'trang'

/** A keystroke is not a question; a pause this long is. */
const PAUSE_MS = 300

/** The list's filters live in the address, so that a reload, a bookmark and the Back button keep them. */
export function usePeopleAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  const role = ROLES.find((known) => known === params.get('vai-tro'))

  const change = useCallback(
    (changes: Partial<Record<Key, string | null>>) => {
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          // Another filter is another list: it starts at its first page.
          if (!('trang' in changes)) next.delete('trang')
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: !('trang' in changes) },
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
    role,
    unitId: params.get('don-vi'),
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    isFiltered: q !== '' || role !== undefined || params.has('don-vi'),
    setRole: (value: Role | null) => change({ 'vai-tro': value }),
    setUnitId: (value: string | null) => change({ 'don-vi': value }),
    setPage: (value: number) => change({ trang: value > 1 ? String(value) : null }),
    clear: () => {
      setTyped('')
      change({ q: null, 'vai-tro': null, 'don-vi': null })
    },
  }
}
