import type { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import { type Choice, type ChoiceCell, type Choosable, chooseItems, shareOf } from './draw-form-choice.js'

/** How often a paper is drawn anew when exchanges lead nowhere; then the nearest one is taken. */
const DRAWS_MAX = 12
/** Exchanges that are tried for each place: until the paper is inside, and then. */
const NEARING = 2
const SETTLING = 4
/** Sums of binary fractions may be a hair off. */
const SLACK = 1e-9

/** The expected points of the items of a paper, by cell. */
export const expectedOf = <T extends Choosable>(choice: Choice<T>, chosen: readonly (readonly T[])[]): number =>
  chosen.reduce(
    (total, items, cell) =>
      total + (choice.cells[cell]?.points ?? 1) * items.reduce((sum, item) => sum + shareOf(item), 0),
    0,
  )

/**
 * DR-6: a paper whose expected points lie within tolerance / 2 of the mean of all papers. It is drawn like any other, and taken if it
 * lies inside. Otherwise exchanges of an item for another of its cell (that is not on the paper, excludes nothing there and was met as
 * little) are tried by chance, each equally likely, and made where they bring the paper nearer, until it lies inside; should that take
 * too long, the best exchange there is is made. Once inside, further exchanges are tried and made where the paper stays inside: a walk
 * that leads from anywhere towards every paper inside being equally likely (N. Metropolis et al., 1953), so that items that helped the
 * paper inside come hardly more often than others. It is cut off after some steps: near to even, not exactly; the spec measures it.
 * Where exchanges end outside, the paper is drawn again, `DRAWS_MAX` times at most; of papers that all lie outside the nearest is taken.
 * @param tolerance in points: how far the expected points of two papers may lie apart
 */
export function chooseBalanced<T extends Choosable>(
  random: DeterministicRandom,
  choice: Choice<T>,
  tolerance: number,
  met?: ReadonlySet<string>,
): T[][] {
  const reach = tolerance / 2 + SLACK
  let nearest: PaperInWork<T> | null = null
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const paper = new PaperInWork(choice, chooseItems(random, choice, met), met)
    if (Math.abs(paper.distance) <= reach) return paper.chosen
    const places = paper.chosen.flat().length
    paper.walk(random, reach, NEARING * places, () => Math.abs(paper.distance) <= reach)
    while (Math.abs(paper.distance) > reach && paper.step(random, reach));
    if (Math.abs(paper.distance) <= reach) {
      paper.walk(random, reach, SETTLING * places)
      return paper.chosen
    }
    if (!nearest || Math.abs(paper.distance) < Math.abs(nearest.distance)) nearest = paper
  }
  return (nearest as PaperInWork<T>).chosen
}

class PaperInWork<T extends Choosable> {
  /** From the mean, in points. */
  distance: number
  private readonly used: Set<T>
  private readonly usedSets: Set<string>

  constructor(
    private readonly choice: Choice<T>,
    readonly chosen: T[][],
    private readonly met: ReadonlySet<string> | undefined,
  ) {
    this.used = new Set(chosen.flat())
    this.usedSets = new Set([...this.used].map(({ exclusionSet }) => exclusionSet))
    this.distance = expectedOf(choice, chosen) - choice.meanPoints
  }

  /** Makes the exchange that brings the paper inside, or nearest. @returns false when none brings it nearer */
  step(random: DeterministicRandom, reach: number): boolean {
    /** Triples of cell, place in the cell, candidate: flat, as there may be thousands on the way of every start. */
    const landing: number[] = []
    let best = Math.abs(this.distance) - SLACK
    let bestAt = [-1, -1, -1]
    for (const [cell, own] of this.chosen.entries()) {
      const { items, points } = this.choice.cells[cell] as ChoiceCell<T>
      for (const [at, out] of own.entries()) {
        const without = this.distance - points * shareOf(out)
        for (let index = 0; index < items.length; index++) {
          const item = items[index] as T
          const after = Math.abs(without + points * shareOf(item))
          if ((after >= best && after > reach) || !this.canReplace(out, item)) continue
          if (after <= reach) landing.push(cell, at, index)
          if (after >= best) continue
          best = after
          bestAt = [cell, at, index]
        }
      }
    }
    const pick = landing.length > 0 ? 3 * random.below(landing.length / 3) : 0
    const [cell, at, index] = (landing.length > 0 ? landing.slice(pick, pick + 3) : bestAt) as [number, number, number]
    if (cell < 0) return false
    this.put(cell, at, (this.choice.cells[cell] as ChoiceCell<T>).items[index] as T)
    return true
  }

  /** Tries exchanges by chance, each equally likely, and makes those that leave the paper inside, or bring it nearer. */
  walk(random: DeterministicRandom, reach: number, tries: number, isDone: () => boolean = () => false): void {
    const ends: number[] = []
    for (const [cell, own] of this.chosen.entries())
      ends.push((ends.at(-1) ?? 0) + own.length * (this.choice.cells[cell] as ChoiceCell<T>).items.length)
    const exchanges = ends.at(-1) ?? 0
    for (let step = 0; step < tries && !isDone(); step++) {
      const drawn = random.below(exchanges)
      const cell = ends.findIndex((end) => drawn < end)
      const { items, points } = this.choice.cells[cell] as ChoiceCell<T>
      const index = drawn - (ends[cell - 1] ?? 0)
      const at = Math.floor(index / items.length)
      const item = items[index % items.length] as T
      const out = this.chosen[cell]?.[at] as T
      const after = Math.abs(this.distance + points * (shareOf(item) - shareOf(out)))
      if ((after <= reach || after < Math.abs(this.distance)) && this.canReplace(out, item)) this.put(cell, at, item)
    }
  }

  private canReplace(out: T, item: T): boolean {
    if (this.used.has(item)) return false
    if (item.exclusionSet !== '' && item.exclusionSet !== out.exclusionSet && this.usedSets.has(item.exclusionSet))
      return false
    return !this.met || this.met.has(item.itemVersionId) === this.met.has(out.itemVersionId)
  }

  private put(cell: number, at: number, item: T): void {
    const own = this.chosen[cell] as T[]
    const out = own[at] as T
    own[at] = item
    this.used.delete(out)
    this.used.add(item)
    this.usedSets.delete(out.exclusionSet)
    this.usedSets.add(item.exclusionSet)
    this.distance += (this.choice.cells[cell] as ChoiceCell<T>).points * (shareOf(item) - shareOf(out))
  }
}
