import { COGNITIVE_LEVELS, ITEM_STATES, TOPICS } from '@thiso/contracts/vocab'
import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const KEYS = { bankId: 'ngan-hang', topic: 'chu-de', level: 'muc-do', state: 'trang-thai' } as const
type Filter = keyof typeof KEYS

const PAUSE_MS = 300

const known = <T extends string>(words: readonly T[], word: string | null): T | undefined =>
  words.find((candidate) => candidate === word)

/** Search, filters and page of the bank, kept in the address so that coming back from an item finds the same list. */
export function useItemsAddress() {
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)

  const change = useCallback(
    (changes: Record<string, string | null>) => {
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

  const bankId = params.get(KEYS.bankId) ?? undefined
  const topic = known(TOPICS, params.get(KEYS.topic))
  const level = known(COGNITIVE_LEVELS, params.get(KEYS.level))
  const state = known(ITEM_STATES, params.get(KEYS.state))
  return {
    q,
    typed,
    setTyped,
    bankId,
    topic,
    level,
    state,
    page: Math.max(1, Math.trunc(Number(params.get('trang'))) || 1),
    isFiltered: Boolean(q || bankId || topic || level || state),
    setFilter: (filter: Filter, value: string) => change({ [KEYS[filter]]: value }),
    setPage: (page: number) => change({ trang: page > 1 ? String(page) : null }),
    clear: () => {
      setTyped('')
      change({ q: null, ...Object.fromEntries(Object.values(KEYS).map((key) => [key, null])) })
    },
  }
}
