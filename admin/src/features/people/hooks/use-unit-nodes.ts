import { useQuery } from '@tanstack/react-query'
import { fold, type TreeNode } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMemo } from 'react'

/** Today's units, each with the names above it, for the field that searches them. */
export function useUnitNodes() {
  const query = useQuery({
    queryKey: ['adminUnits', null],
    queryFn: ({ signal }) => call('adminUnits', { signal }),
    staleTime: 300_000,
  })
  const nodes = useMemo<TreeNode[]>(() => {
    const units = query.data?.units ?? []
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    return units.map((unit) => {
      const above: string[] = []
      for (let parent = byId.get(unit.parentId ?? ''); parent; parent = byId.get(parent.parentId ?? '')) {
        above.unshift(parent.name)
        if (above.length > 10) break
      }
      return { id: unit.id, name: unit.name, path: above.join(' › '), folded: fold(`${unit.name} ${unit.code}`) }
    })
  }, [query.data])
  return { nodes, isPending: query.isPending, error: query.error }
}
