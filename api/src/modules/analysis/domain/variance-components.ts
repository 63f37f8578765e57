import type { MarkTable } from './mark-table.js'
import { varianceOf } from './moments.js'

/** Where the differences between marks come from, in points² of one item. */
export interface VarianceComponents {
  /** Between people, at the same items: what a contest wants to see. */
  person: number
  /** Between papers: how much the mean difficulty of the items that people were served varies. 0 where all have the same items. */
  paper: number
  /** Everything else, of one item. */
  residual: number
  /** person / (person + paper + residual · mean(1/items of a paper)). */
  generalizability: number | null
}

/**
 * The proper substitute for Cronbach's alpha on random papers: a generalizability coefficient for the design "items crossed with people
 * as far as they were served" (Cronbach, Gleser, Nanda & Rajaratnam 1972; Brennan, Generalizability Theory, 2001). Alpha needs the
 * covariance of every two items over everybody; on random papers most pairs of items share few people, and the luck of the draw is
 * part of what makes totals differ, which alpha would not count as error.
 *
 * Mark = mean + person + item + rest. The components come from Henderson's method 3 (Searle, Casella & McCulloch, Variance Components,
 * 1992, 5.4): residual = SS(rest)/(cells − people − items + 1); person = (SS(within items) − SS(rest) − (people − 1)·residual) /
 * (cells − items). The spread between papers is that of the fitted item effects averaged over each paper, so that it follows the draw
 * as it was (blueprint, exclusions, size of the pool). Where everybody has the same items the coefficient is exactly alpha.
 *
 * The item effects are fitted by conjugate gradients on their normal equations, people swept out; the caller may pause at every yield.
 * @returns null where nothing can be told: fewer than two people or items, no degree of freedom left, or papers that hang together by
 *   no common items, so that hard papers cannot be told from weak people
 */
export function* varianceComponents(table: MarkTable): Generator<void, VarianceComponents | null> {
  const { starts, items, marks, names } = table
  // Whoever was served nothing says nothing.
  const peopleCount = names.filter((_, person) => starts[person] !== starts[person + 1]).length
  const cellCount = items.length
  const served = new Float64Array(table.maxMarks.length)
  const itemSums = new Float64Array(table.maxMarks.length)
  for (let cell = 0; cell < cellCount; cell++) {
    const item = items[cell] as number
    served[item] = (served[item] as number) + 1
    itemSums[item] = (itemSums[item] as number) + (marks[cell] as number)
  }
  const itemCount = served.filter((count) => count > 0).length
  const freedom = cellCount - peopleCount - itemCount + 1
  if (peopleCount < 2 || itemCount < 2 || freedom < 1 || !isConnected(table, served)) return null
  yield
  const sweep = sweeper(table)
  const right = sweep((cell) => marks[cell] as number)
  const effects = yield* solve((effect) => sweep((cell) => effect[items[cell] as number] as number), right, served)

  let within = 0
  let rest = 0
  const paperMeans: number[] = []
  let inverse = 0
  for (let person = 0; person < names.length; person++) {
    const from = starts[person] as number
    const to = starts[person + 1] as number
    let [markSum, effectSum] = [0, 0]
    for (let cell = from; cell < to; cell++) {
      markSum += marks[cell] as number
      effectSum += effects[items[cell] as number] as number
    }
    const size = to - from
    if (size === 0) continue
    inverse += 1 / size
    paperMeans.push(effectSum / size)
    for (let cell = from; cell < to; cell++) {
      const item = items[cell] as number
      const mark = marks[cell] as number
      within += (mark - (itemSums[item] as number) / (served[item] as number)) ** 2
      rest += (mark - markSum / size - (effects[item] as number) + effectSum / size) ** 2
    }
  }
  const residual = rest / freedom
  const person = (within - rest - (peopleCount - 1) * residual) / (cellCount - itemCount)
  const paper = varianceOf(paperMeans) as number
  const all = person + paper + (residual * inverse) / peopleCount
  return { person, paper, residual, generalizability: all > 1e-12 ? person / all : null }
}

/** Sums a value over each item's cells, each less the mean of its person's cells. */
function sweeper({ starts, items, maxMarks, names }: MarkTable) {
  return (of: (cell: number) => number): Float64Array => {
    const sums = new Float64Array(maxMarks.length)
    for (let person = 0; person < names.length; person++) {
      const from = starts[person] as number
      const to = starts[person + 1] as number
      let sum = 0
      for (let cell = from; cell < to; cell++) sum += of(cell)
      const mean = sum / (to - from)
      for (let cell = from; cell < to; cell++) {
        const item = items[cell] as number
        sums[item] = (sums[item] as number) + of(cell) - mean
      }
    }
    return sums
  }
}

/** Conjugate gradients, scaled by how many people each item was served to. The equations know the effects up to a constant. */
function* solve(
  apply: (effect: Float64Array) => Float64Array,
  right: Float64Array,
  served: Float64Array,
): Generator<void, Float64Array> {
  const scaled = (values: Float64Array) => values.map((value, item) => value / ((served[item] as number) || 1))
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, item) => sum + value * (b[item] as number), 0)
  const effects = new Float64Array(right.length)
  let rest = right.slice()
  let direction = scaled(rest)
  let size = dot(rest, direction)
  const enough = size * 1e-28
  for (let step = 0; step < 2 * right.length + 50 && size > enough && size > 0; step++) {
    const image = apply(direction)
    const curve = dot(direction, image)
    if (curve <= 0) break
    const length = size / curve
    for (let item = 0; item < effects.length; item++)
      effects[item] = (effects[item] as number) + length * (direction[item] as number)
    rest = rest.map((value, item) => value - length * (image[item] as number))
    const next = scaled(rest)
    const nextSize = dot(rest, next)
    const keep = nextSize / size
    direction = direction.map((value, item) => (next[item] as number) + keep * value)
    size = nextSize
    yield
  }
  return effects
}

/** Can every two items that were served be joined by a chain of papers? */
function isConnected({ starts, items, names, maxMarks }: MarkTable, served: Float64Array): boolean {
  const leader = Uint32Array.from(maxMarks, (_, item) => item)
  const find = (item: number): number => {
    let at = item
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number
      at = leader[at] as number
    }
    return at
  }
  for (let person = 0; person < names.length; person++) {
    const from = starts[person] as number
    for (let cell = from + 1; cell < (starts[person + 1] as number); cell++)
      leader[find(items[cell] as number)] = find(items[from] as number)
  }
  const groups = new Set<number>()
  served.forEach((count, item) => {
    if (count > 0) groups.add(find(item))
  })
  return groups.size === 1
}
