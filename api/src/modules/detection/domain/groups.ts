/**
 * People who are linked, directly or over others: what is shown to a reviewer is the group, for three pairs among three people
 * are one thing to look at.
 *
 * @param links between two people, by any name of theirs
 * @returns each group sorted, the groups by their first member; whoever has no link is in none
 */
export function groupsOf<T extends string | number>(links: Iterable<readonly [T, T]>): T[][] {
  const parents = new Map<T, T>()
  const rootOf = (member: T): T => {
    let root = member
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    for (let at = member; at !== root; ) {
      const next = parents.get(at) as T
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const [a, b] of links) {
    if (!parents.has(a)) parents.set(a, a)
    if (!parents.has(b)) parents.set(b, b)
    parents.set(rootOf(a), rootOf(b))
  }
  const groups = new Map<T, T[]>()
  for (const member of parents.keys()) {
    const root = rootOf(member)
    const group = groups.get(root)
    if (group) group.push(member)
    else groups.set(root, [member])
  }
  const compare = (a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
  return [...groups.values()].map((group) => group.sort(compare)).sort((a, b) => compare(a[0] as T, b[0] as T))
}
