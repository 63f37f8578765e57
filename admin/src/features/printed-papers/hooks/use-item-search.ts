import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { itemsQuery } from '../../../lib/item-bank/queries'

const PAUSE_MS = 300
export const FOUND_MOST = 8

/** Approved items that match what is typed, once the typing pauses. */
export function useItemSearch() {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    ...itemsQuery({ q, state: 'approved', page: 1, size: FOUND_MOST }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  return { typed, setTyped, q, found }
}
