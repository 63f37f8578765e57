import { fold, matchesAllWords } from '../text/fold'

interface Searchable {
  name: string
  path: string
  folded: string
}

// Folding 1,000 names takes some 5 ms on a cheap phone: done once per node, never per letter typed.
const names = new WeakMap<Searchable, string>()
const paths = new WeakMap<Searchable, string>()

const keep = (store: WeakMap<Searchable, string>, node: Searchable, text: string) => {
  let folded = store.get(node)
  if (folded === undefined) {
    folded = fold(text)
    store.set(node, folded)
  }
  return folded
}

/** Nodes that hold every word typed: names that begin with the query, then names that contain it, then the rest. */
export function rankNodes<N extends Searchable>(nodes: readonly N[], foldedQuery: string): readonly N[] {
  if (!foldedQuery) return nodes
  const tiers: [N[], N[], N[], N[]] = [[], [], [], []]
  for (const node of nodes) {
    const name = keep(names, node, node.name)
    if (name.startsWith(foldedQuery)) tiers[0].push(node)
    else if (` ${name}`.includes(` ${foldedQuery}`)) tiers[1].push(node)
    else if (matchesAllWords(name, foldedQuery)) tiers[2].push(node)
    else if (matchesAllWords(`${node.folded} ${name} ${keep(paths, node, node.path)}`, foldedQuery)) tiers[3].push(node)
  }
  return tiers.flat()
}
