import { useQuery } from '@tanstack/react-query'
import { fold, type TreeNode } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMemo } from 'react'

/** The units in force on a day, each with the names above it: to choose from, and to name those that were chosen. */
export function useUnitsOn(day: string, isWanted = true) {
  const query = useQuery({
    queryKey: ['units', 'on', day],
    queryFn: ({ signal }) => call('units', { query: { asOf: day }, signal }),
    enabled: isWanted && /^\d{4}-\d{2}-\d{2}$/.test(day),
    staleTime: 60_000,
  })
  const nodes = useMemo(() => {
    const byId = new Map((query.data?.units ?? []).map((unit) => [unit.id, unit]))
    return [...byId.values()].map((unit): TreeNode => {
      const above: string[] = []
      for (let parent = byId.get(unit.parentId ?? ''); parent; parent = byId.get(parent.parentId ?? '')) {
        above.unshift(parent.name)
        if (above.length > 10) break
      }
      return { id: unit.id, name: unit.name, path: above.join(' › '), folded: fold(`${unit.name} ${unit.code}`) }
    })
  }, [query.data])
  const names = useMemo(() => new Map(nodes.map(({ id, name }) => [id, name])), [nodes])
  return {
    nodes,
    nameOf: (id: string) => names.get(id),
    /** The answer for this very day is there. */
    isKnown: query.data?.asOf === day,
    isPending: query.isFetching && !query.data,
    error: query.error,
  }
}

export type UnitsOn = ReturnType<typeof useUnitsOn>
