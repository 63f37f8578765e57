import type { TreeNode } from '@thiso/kit'
import { fold } from '@thiso/kit'
import type { UnitData } from '../shapes'

/** Units as the search wants them: each with the names above it, nearest first, as one writes an address. */
export function unitNodes(units: readonly UnitData[]): TreeNode[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units.map((unit) => {
    const above: string[] = []
    let parent = unit.parentId ? byId.get(unit.parentId) : undefined
    // A loop in imported data must not hang the page.
    while (parent && above.length < 8) {
      above.push(parent.name)
      parent = parent.parentId ? byId.get(parent.parentId) : undefined
    }
    return { id: unit.id, name: unit.name, path: above.join(', '), folded: fold(unit.name) }
  })
}
