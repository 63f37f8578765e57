import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { fold, type TreeNode, zonedParts } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { serverNow } from '@thiso/kit/api/server-clock'
import { useContests } from '../../../lib/contest-queries'

type Tree = UseQueryResult<ApiOutput<'adminUnits'>>

/** More trees than this are history that nobody filters by. */
const MAX_DAYS = 4

/**
 * The units that people may belong to, each with the names above it: those in force today, and those that the latest
 * contests let participants choose from, which may have ended since.
 */
export function useUnitNodes() {
  const contests = useContests()
  const now = zonedParts(serverNow())
  const today = now ? `${now.year}-${now.month}-${now.day}` : ''
  const wanted = contests.data?.contests.map((contest) => contest.unitsAsOf) ?? []
  const days = [...new Set([today, ...wanted])].slice(0, MAX_DAYS)
  const trees = useQueries({
    queries: days.map((asOf) => ({
      queryKey: ['adminUnits', asOf],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('adminUnits', { query: { asOf }, signal }),
      staleTime: 300_000,
    })),
    // Not written in place: only the same function lets the library keep the joined list between renders.
    combine: joined,
  })
  return { ...trees, isPending: contests.isPending || trees.isPending }
}

function joined(trees: Tree[]) {
  const byId = new Map(trees.flatMap((tree) => tree.data?.units ?? []).map((unit) => [unit.id, unit]))
  const nodes = [...byId.values()].map((unit): TreeNode => {
    const above: string[] = []
    for (let parent = byId.get(unit.parentId ?? ''); parent; parent = byId.get(parent.parentId ?? '')) {
      above.unshift(parent.name)
      if (above.length > 10) break
    }
    return { id: unit.id, name: unit.name, path: above.join(' › '), folded: fold(`${unit.name} ${unit.code}`) }
  })
  return {
    nodes,
    isPending: trees.some((tree) => tree.isPending),
    error: trees.find((tree) => tree.error)?.error ?? null,
  }
}
