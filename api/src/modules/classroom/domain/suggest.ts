import type { CognitiveLevel, Topic } from '@thiso/contracts/vocab'
import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'

export interface Candidate {
  itemId: string
  topic: Topic
  level: CognitiveLevel
  variantGroup: string
}

/** Of ten items for a grade, how many of each level: younger classes recall and understand, older ones apply. */
const SHARES: { upTo: number; levels: Record<CognitiveLevel, number> }[] = [
  { upTo: 5, levels: { recall: 7, understand: 3, apply: 0, 'apply-high': 0 } },
  { upTo: 9, levels: { recall: 4, understand: 4, apply: 2, 'apply-high': 0 } },
  { upTo: 12, levels: { recall: 3, understand: 3, apply: 3, 'apply-high': 1 } },
]
const LEVELS: readonly CognitiveLevel[] = ['recall', 'understand', 'apply', 'apply-high']

/**
 * CR-62: a ready set: items of the topics in turn, of levels that suit the class, the easier ones first, no two of a variant group.
 * Where a level has too few, the next easier one stands in, then a harder one.
 * @param grade 1 to 12; null: as for the oldest
 */
export function suggestItems(
  random: DeterministicRandom,
  candidates: readonly Candidate[],
  count: number,
  grade: number | null,
): Candidate[] {
  const shares = (SHARES.find(({ upTo }) => (grade ?? 12) <= upTo) ?? SHARES.at(-1))?.levels
  const chosen: Candidate[] = []
  const groups = new Set<string>()
  const left = random.shuffled([...candidates])
  const topics = random.shuffled([...new Set(candidates.map(({ topic }) => topic))])
  for (let index = 0; index < count && left.length > 0; index++) {
    const wanted = levelAt(shares as Record<CognitiveLevel, number>, index, count)
    const turn = topics.map((_, at) => topics[(index + at) % topics.length] as Topic)
    const levels = [
      ...LEVELS.slice(0, LEVELS.indexOf(wanted) + 1).reverse(),
      ...LEVELS.slice(LEVELS.indexOf(wanted) + 1),
    ]
    const found = firstFit(left, turn, levels, groups)
    if (found < 0) break
    const [item] = left.splice(found, 1) as [Candidate]
    if (item.variantGroup) groups.add(item.variantGroup)
    chosen.push(item)
  }
  return chosen.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
}

function firstFit(
  left: readonly Candidate[],
  topics: readonly Topic[],
  levels: readonly CognitiveLevel[],
  groups: ReadonlySet<string>,
): number {
  for (const level of levels)
    for (const topic of topics) {
      const at = left.findIndex(
        (item) => item.level === level && item.topic === topic && !(item.variantGroup && groups.has(item.variantGroup)),
      )
      if (at >= 0) return at
    }
  return -1
}

/** Which level the item at that place of the set should have. */
function levelAt(shares: Record<CognitiveLevel, number>, index: number, count: number): CognitiveLevel {
  const at = ((index + 0.5) / count) * 10
  let sum = 0
  for (const level of LEVELS) {
    sum += shares[level]
    if (at < sum) return level
  }
  return 'understand'
}
