import { comparePair, type ItemModel, itemModels, OMITTED } from './answer-model.js'
import type { FoundPair } from './pair-search.js'
import { comparePairs, searchPairs } from './pair-search.js'
import { type PreparedRound, type RoundPaper, underModels } from './prepared-round.js'
import { timeSimilarity } from './response-times.js'
import { bothTail } from './tails.js'
import type { Thresholds } from './thresholds.js'

/** Who is compared with whom: first those who sat near each other, then a unit, then everybody. */
export type Nearness = 'near' | 'unit' | 'anywhere'

/** Two papers that agree more than chance often makes; chances 0 to 1. */
export interface SimilarPair {
  first: RoundPaper
  second: RoundPaper
  /** GBT. */
  answers: number
  /** Times that go together; null: fewer than fifteen shared, or too little known. */
  times: { correlation: number; tail: number } | null
  /** Both together by Fisher's method; null unless each is rare by itself. */
  both: number | null
}

export interface PairFamily {
  nearness: Nearness
  pairs: SimilarPair[]
  /** All that were compared, also those that were not kept. */
  tested: number
}

/** Beyond this chance of equal answers a pair of everybody's cannot be reported. */
const FAR_BOUND = 1e-5
/** Fewer people than this are compared one by one. */
const FEW = 150
/** So long after one another do people start who sit together, in ms. */
const WITHIN_MS = 3_600_000
/** More people on one network within the hour are a telephone company. */
const MOST_ON_NETWORK = 300

/**
 * DT-10: the pairs of each family whose answers agree, with their times beside them.
 * @returns every pair that can be told under the thresholds is among them
 */
export function similarPairs(round: PreparedRound, settings: Thresholds): PairFamily[] {
  const papers = round.best
  const units = clustersBy(papers, ({ attempt }) => attempt.unit)
  const unitModels = new Map<string, ItemModel[]>()
  const wrongAnswers = round.evidence.items.map((item) => item.wrongAnswers)
  for (const members of units) {
    const [{ attempt }] = members as [RoundPaper]
    if (members.length >= settings.unitOfItsOwn)
      unitModels.set(attempt.unit as string, itemModels(wrongAnswers, members))
  }
  const near = [...clustersBy(papers, ({ attempt }) => attempt.device), ...roomsOf(papers)]
  const families = [
    { nearness: 'near' as const, clusters: near, bound: settings.eachOfBoth },
    { nearness: 'unit' as const, clusters: units, bound: settings.eachOfBoth },
    { nearness: 'anywhere' as const, clusters: [papers], bound: FAR_BOUND },
  ]
  return families.map(({ nearness, clusters, bound }) => {
    const met = new Set<string>()
    const pairs: SimilarPair[] = []
    let tested = 0
    for (const members of clusters) {
      const unit = nearness === 'unit' ? (members[0]?.attempt.unit ?? '') : ''
      const own = unitModels.get(unit)
      const search = (members.length < FEW ? comparePairs : searchPairs)(
        own ?? round.models,
        own ? members.map((paper) => underModels(own, paper)) : members,
        bound,
      )
      tested += search.counted
      for (const found of search.found) {
        const pair = pairOf(members, found, own !== undefined, unitModels, settings)
        const name = `${pair.first.attempt.id} ${pair.second.attempt.id}`
        if (met.has(name)) continue
        met.add(name)
        pairs.push(pair)
      }
    }
    return { nearness, pairs, tested }
  })
}

function pairOf(
  members: readonly RoundPaper[],
  found: FoundPair,
  isOfOwnUnit: boolean,
  unitModels: ReadonlyMap<string, ItemModel[]>,
  settings: Thresholds,
): SimilarPair {
  const [first, second] = [members[found.first] as RoundPaper, members[found.second] as RoundPaper]
  const { unit } = first.attempt
  const isSameUnit = unit !== null && unit === second.attempt.unit
  const own = isSameUnit ? unitModels.get(unit) : undefined
  let answers = found.tail
  if (own && !isOfOwnUnit) answers = comparePair(own, underModels(own, first), underModels(own, second))?.gbt ?? 1
  const times = timesOf(first, second)
  const taught = isSameUnit && !own ? settings.taughtTogether : 1
  const isEachRare = answers <= settings.eachOfBoth && times !== null && times.tail <= settings.eachOfBoth
  return {
    first,
    second,
    answers,
    times,
    both: isEachRare ? bothTail(Math.min(1, answers * taught), times.tail) : null,
  }
}

/** How two papers' times go together, at the items that both answered and both have a time of. */
export function timesOf(first: RoundPaper, second: RoundPaper): SimilarPair['times'] {
  const places = new Map(Array.from(second.items, (item, place) => [item, place]))
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (const [place, item] of first.items.entries()) {
    const other = places.get(item)
    if (other === undefined || first.answers[place] === OMITTED || second.answers[other] === OMITTED) continue
    const [x, y] = [first.residuals[place] as number, second.residuals[other] as number]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    mine.push(x)
    theirs.push(y)
  }
  return timeSimilarity(mine, theirs)
}

/** People who share what has a name, where more than one does. */
export function clustersBy(
  papers: readonly RoundPaper[],
  nameOf: (paper: RoundPaper) => string | null,
): RoundPaper[][] {
  const clusters = new Map<string, RoundPaper[]>()
  for (const paper of papers) {
    const name = nameOf(paper)
    if (name === null) continue
    const cluster = clusters.get(name)
    if (cluster) cluster.push(paper)
    else clusters.set(name, [paper])
  }
  return [...clusters.values()].filter(({ length }) => length > 1)
}

/** People on one network who started within an hour of each other. */
export function roomsOf(papers: readonly RoundPaper[]): RoundPaper[][] {
  return clustersBy(papers, ({ attempt }) => attempt.network)
    .flatMap((members) => {
      const ordered = [...members].sort((a, b) => a.attempt.startedAt - b.attempt.startedAt)
      const rooms: RoundPaper[][] = []
      for (const paper of ordered) {
        const room = rooms.at(-1)
        if (room && paper.attempt.startedAt - (room[0] as RoundPaper).attempt.startedAt <= WITHIN_MS) room.push(paper)
        else rooms.push([paper])
      }
      return rooms
    })
    .filter(({ length }) => length > 1 && length <= MOST_ON_NETWORK)
}
