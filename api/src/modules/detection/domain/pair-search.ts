import { type ItemModel, type ModelledPaper, OMITTED } from './answer-model.js'
import { countTail } from './tails.js'

/**
 * All pairs of a family whose answers agree more than chance allows, without looking at each pair closely. Matches are counted
 * exactly, by lists of who gave which answer; then a pair is looked at only if its p-value can be small at all:
 *
 *   P(M ≥ m) ≥ Π of the m smallest chances of a match,
 *
 * because matching on just those items is one way to have m matches. The chance of a match at an item, pq + (1 − p)(1 − q)s, is
 * bilinear in the two people's chances, so over a range of shifts its least value stands in a corner. With the people sorted into
 * bands of ability this gives each pair of bands a least number of matches, below which no pair of theirs can reach the bound. Two
 * people with the same paper who answered all of it share all its items; for them the tail of those least chances is a nearer bound.
 * So nothing is lost: the search finds what comparing every pair finds.
 */
export interface SearchedPaper extends ModelledPaper {
  /** The person's shift on the logit scale (`shiftOf`). */
  readonly shift: number
}

export interface FoundPair {
  first: number
  second: number
  /** GBT's p-value, at most the bound. */
  tail: number
}

export interface PairSearch {
  found: FoundPair[]
  /** How many pairs were counted, and how many of them had to be looked at. */
  counted: number
  compared: number
}

/** Bands of ability: more make the bound tighter and the table larger. */
const BANDS = 24

/** More items than this in one paper do not fit the packed counters. */
export const MOST_ITEMS = 100

/**
 * @param models of all items, in the numbering of the papers
 * @param papers of the family, whoever they are
 * @param bound p-values up to it are found, all of them
 * @param part of the work: this one takes every `of`-th paper as the first of its pairs, from `index` on
 */
export function searchPairs(
  models: readonly ItemModel[],
  papers: readonly SearchedPaper[],
  bound: number,
  part: { index: number; of: number } = { index: 0, of: 1 },
): PairSearch {
  for (const { items } of papers)
    if (items.length > MOST_ITEMS) throw new RangeError(`papers have ${MOST_ITEMS} items at most`)
  const bands = bandsOf(papers)
  const ranges = rangesOf(papers, bands)
  const used = [...new Set(papers.flatMap(({ items }) => Array.from(items)))]
  const least = leastMatches(cornersOf(models, used, ranges), bound, leastByProduct)
  const forms = new Forms(papers)
  const nearer = forms.items.map((items) => leastMatches(cornersOf(models, items, ranges), bound, leastByTail))
  const lists = new AnswerLists(papers)
  const counts = new Uint8Array(Math.ceil((papers.length + 4) / 4) * 4)
  const words = new Int32Array(counts.buffer)
  const search: PairSearch = { found: [], counted: 0, compared: 0 }
  for (let first = part.index; first < papers.length; first += part.of) {
    const needed = least[bands[first] as number] as Uint8Array
    search.counted += papers.length - first - 1
    const any = Math.min(...needed)
    if (any > (papers[first] as SearchedPaper).items.length) continue
    counts.fill(0, first)
    lists.count(first, counts)
    // Four counters at a time: a counter reaches `any` exactly when adding 128 − any sets its top bit.
    const lift = Math.imul(128 - any, 0x01010101)
    for (let word = (first + 1) >> 2; word < words.length; word++) {
      if ((((words[word] as number) + lift) & TOP_BITS) === 0) continue
      for (let second = Math.max(word * 4, first + 1); second < Math.min(word * 4 + 4, papers.length); second++) {
        const matches = counts[second] as number
        const band = bands[second] as number
        if (matches < (needed[band] as number)) continue
        const form = forms.ofPaper[first] as number
        if (form >= 0 && form === forms.ofPaper[second]) {
          const row = (nearer[form] as Uint8Array[])[bands[first] as number] as Uint8Array
          if (matches < (row[band] as number)) continue
        }
        search.compared++
        const tail = tailOf(models, papers[first] as SearchedPaper, papers[second] as SearchedPaper, matches)
        if (tail <= bound) search.found.push({ first, second, tail })
      }
    }
  }
  return search
}

const TOP_BITS = 0x80808080 | 0

/** Who gave which answer to which item, in ascending order of papers. */
class AnswerLists {
  /** For each paper the lists of its own answers. */
  private readonly own: Int32Array[][] = []
  /** Where in its list each paper stands, so that only later ones are counted. */
  private readonly places: Int32Array[] = []

  constructor(papers: readonly SearchedPaper[]) {
    const growing = new Map<number, number[]>()
    const keys = papers.map(({ items, answers }, paper) => {
      const mine: number[] = []
      const places: number[] = []
      for (let i = 0; i < items.length; i++) {
        if (answers[i] === OMITTED) continue
        const key = (items[i] as number) * 65_536 + (answers[i] as number)
        const list = growing.get(key)
        places.push(list ? list.length : 0)
        if (list) list.push(paper)
        else growing.set(key, [paper])
        mine.push(key)
      }
      this.places.push(Int32Array.from(places))
      return mine
    })
    const lists = new Map([...growing].map(([key, list]) => [key, Int32Array.from(list)]))
    for (const mine of keys) this.own.push(mine.map((key) => lists.get(key) as Int32Array))
  }

  /** Adds 1 for each answer that a later paper has in common with this one. */
  count(paper: number, counts: Uint8Array): void {
    const own = this.own[paper] as Int32Array[]
    const places = this.places[paper] as Int32Array
    for (let i = 0; i < own.length; i++) {
      const list = own[i] as Int32Array
      for (let at = (places[i] as number) + 1; at < list.length; at++) {
        const other = list[at] as number
        counts[other] = (counts[other] as number) + 1
      }
    }
  }
}

/** Bands of about equally many people, by shift. */
function bandsOf(papers: readonly SearchedPaper[]): Uint8Array {
  const shifts = Float64Array.from(papers, ({ shift }) => shift).sort((a, b) => a - b)
  const edges = Array.from(
    { length: BANDS - 1 },
    (_, i) => shifts[Math.floor(((i + 1) * shifts.length) / BANDS)] as number,
  )
  return Uint8Array.from(papers, ({ shift }) => edges.filter((edge) => shift >= edge).length)
}

interface Range {
  low: number
  high: number
}

/** The least and the largest shift in each band. */
function rangesOf(papers: readonly SearchedPaper[], bands: Uint8Array): Range[] {
  const ranges = Array.from({ length: BANDS }, () => ({
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  }))
  for (const [paper, { shift }] of papers.entries()) {
    const range = ranges[bands[paper] as number] as Range
    range.low = Math.min(range.low, shift)
    range.high = Math.max(range.high, shift)
  }
  return ranges
}

/** For each two bands the least chance of a match at each of the items. */
function cornersOf(models: readonly ItemModel[], items: readonly number[], ranges: readonly Range[]): number[][][] {
  return ranges.map((a) =>
    ranges.map((b) =>
      items.map((item) => {
        const model = models[item] as ItemModel
        let least = 1
        for (const x of [a.low, a.high])
          for (const y of [b.low, b.high]) least = Math.min(least, matchChance(model, x, y))
        return least
      }),
    ),
  )
}

/** A hair's breadth for rounding: the shortcut may let a pair in too many, never one too few. */
const HAIR = 1 + 1e-9

/** More matches than there can be: no pair reaches the bound. */
const NEVER = 127

function leastMatches(
  corners: number[][][],
  bound: number,
  leastFor: (chances: number[], bound: number) => number,
): Uint8Array[] {
  return corners.map((row) => Uint8Array.from(row, (chances) => leastFor(chances, bound * HAIR)))
}

function leastByProduct(chances: number[], bound: number): number {
  const ascending = [...chances].sort((x, y) => x - y)
  let product = 1
  for (let m = 0; m < Math.min(ascending.length, MOST_ITEMS); m++) {
    product *= ascending[m] as number
    if (product <= bound) return m + 1
  }
  return NEVER
}

function leastByTail(chances: number[], bound: number): number {
  for (let m = 1; m <= chances.length; m++) if (countTail(chances, m) <= bound) return m
  return NEVER
}

/** Papers with the same items, all answered; only those that many people have are worth a table of their own. */
class Forms {
  readonly items: number[][] = []
  /** The form of each paper, −1 for none. */
  readonly ofPaper: Int32Array

  constructor(papers: readonly SearchedPaper[]) {
    const keys = papers.map(({ items, answers }) =>
      Array.from(answers).includes(OMITTED)
        ? null
        : Array.from(items)
            .sort((a, b) => a - b)
            .join(' '),
    )
    const counts = new Map<string, number>()
    for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
    const numbers = new Map<string, number>()
    this.ofPaper = Int32Array.from(keys, (key, paper) => {
      if (key === null || (counts.get(key) as number) < LEAST_FOR_FORM) return -1
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, this.items.length)
      this.items.push(Array.from((papers[paper] as SearchedPaper).items))
      return this.items.length - 1
    })
  }
}

/** As many people as make a table of 24 by 24 bands pay. */
const LEAST_FOR_FORM = 50

function matchChance(model: ItemModel, firstShift: number, secondShift: number): number {
  const odds = model.right / (1 - model.right)
  const p = 1 / (1 + Math.exp(-firstShift) / odds)
  const q = 1 / (1 + Math.exp(-secondShift) / odds)
  return p * q + (1 - p) * (1 - q) * model.sameWrong
}

/** Every pair looked at: for so few people the tables that save looking would cost more. Finds what `searchPairs` finds. */
export function comparePairs(
  models: readonly ItemModel[],
  papers: readonly SearchedPaper[],
  bound: number,
): PairSearch {
  const search: PairSearch = { found: [], counted: 0, compared: 0 }
  const shared = papers.map(({ items, answers }) => new Map(Array.from(items, (item, place) => [item, answers[place]])))
  for (let first = 0; first < papers.length; first++)
    for (let second = first + 1; second < papers.length; second++) {
      search.counted++
      search.compared++
      const { items, answers } = papers[first] as SearchedPaper
      let matches = 0
      for (let i = 0; i < items.length; i++)
        if (answers[i] !== OMITTED && shared[second]?.get(items[i] as number) === answers[i]) matches++
      const tail = tailOf(models, papers[first] as SearchedPaper, papers[second] as SearchedPaper, matches)
      if (tail <= bound) search.found.push({ first, second, tail })
    }
  return search
}

function tailOf(models: readonly ItemModel[], first: SearchedPaper, second: SearchedPaper, matches: number): number {
  const chances: number[] = []
  const places = new Map<number, number>()
  for (let i = 0; i < second.items.length; i++) places.set(second.items[i] as number, i)
  for (let i = 0; i < first.items.length; i++) {
    const other = places.get(first.items[i] as number)
    if (other === undefined || first.answers[i] === OMITTED || second.answers[other] === OMITTED) continue
    const [p, q] = [first.chances[i] as number, second.chances[other] as number]
    chances.push(p * q + (1 - p) * (1 - q) * (models[first.items[i] as number] as ItemModel).sameWrong)
  }
  return countTail(chances, matches)
}
