import type { ApiOutput } from '@thiso/contracts'
import { fold, matchesAllWords } from '@thiso/kit/text/fold'

export type Unit = ApiOutput<'adminUnits'>['units'][number]

export interface UnitBranch {
  unit: Unit
  children: UnitBranch[]
  /** People of the unit and of everything below it. */
  personCount: number
  /** Units below, at every depth. */
  belowCount: number
  folded: string
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Units as a tree in Vietnamese order; one whose parent is not in force that day stands at the root. */
export function growTree(units: readonly Unit[]): UnitBranch[] {
  const branches = new Map<string, UnitBranch>()
  for (const unit of units) {
    branches.set(unit.id, {
      unit,
      children: [],
      personCount: 0,
      belowCount: 0,
      folded: fold(`${unit.name} ${unit.code}`),
    })
  }
  const roots: UnitBranch[] = []
  for (const branch of branches.values()) {
    const parent = branch.unit.parentId ? branches.get(branch.unit.parentId) : undefined
    if (parent && parent !== branch) parent.children.push(branch)
    else roots.push(branch)
  }
  const total = (branch: UnitBranch) => {
    branch.children.sort((a, b) => collator.compare(a.unit.name, b.unit.name))
    branch.personCount = branch.unit.personCount
    for (const child of branch.children) {
      total(child)
      branch.personCount += child.personCount
      branch.belowCount += child.belowCount + 1
    }
  }
  roots.sort((a, b) => collator.compare(a.unit.name, b.unit.name))
  for (const root of roots) total(root)
  return roots
}

export interface Pruned {
  branches: UnitBranch[]
  foundCount: number
}

/** The tree cut down to the units that match and the way to each; at most `limit` matches. */
export function prune(branches: readonly UnitBranch[], query: string, limit: number): Pruned {
  let foundCount = 0
  const cut = (branch: UnitBranch): UnitBranch | null => {
    const isMatch = matchesAllWords(branch.folded, query)
    if (isMatch) foundCount++
    const isShown = isMatch && foundCount <= limit
    const children = branch.children.map(cut).filter((child) => child !== null)
    return isShown || children.length > 0 ? { ...branch, children } : null
  }
  return { branches: branches.map(cut).filter((branch) => branch !== null), foundCount }
}

export const idsWithin = (branches: readonly UnitBranch[]): string[] =>
  branches.flatMap((branch) => (branch.children.length > 0 ? [branch.unit.id, ...idsWithin(branch.children)] : []))
