import type { ItemKey, ItemResponse } from '@thiso/contracts/vocab'
import { fold } from '@thiso/contracts/vocab'

/** The code of no answer, as the model has it. */
const OMITTED = -1

interface CodedPaper {
  items: number[]
  answers: number[]
}

/** The model by which chance is told: that of the signals, given from outside because domains know nothing of each other. */
export interface ChanceModel<Item> {
  itemModels: (wrongAnswers: readonly number[], papers: Iterable<CodedPaper>) => Item[]
  chancesOfRight: (models: readonly Item[], paper: CodedPaper) => number[]
  comparePair: (
    models: readonly Item[],
    first: CodedPaper & { chances: number[] },
    second: CodedPaper & { chances: number[] },
  ) => {
    shared: readonly { bothRight: number; sameWrong: number }[]
    rightMatches: number
    wrongMatches: number
    gbt: number
  } | null
}

/** A paper with what was answered last at each place, null where nothing was. */
export interface TakenPaper {
  items: readonly string[]
  answers: readonly (ItemResponse | null)[]
}

/** How an item was answered on a number of papers of the round. */
export interface AnswerCounts {
  served: number
  /** Every answer that was given, and by how many. */
  given: readonly { response: ItemResponse; count: number }[]
}

export type Grade = (key: ItemKey, response: ItemResponse) => number

export interface SidePlace {
  /** From 1. */
  position: number
  otherPosition: number | null
  itemVersionId: string
  own: ItemResponse | null
  other: ItemResponse | null
  isRight: boolean
  mark: 'both-right' | 'same-wrong' | 'different' | 'blank' | 'not-shared'
  /** Of everybody who had the item the share that gave the own wrong answer, 0 to 1; null: it is right or blank. */
  share: number | null
}

interface Coded {
  /** 0: right; 1, 2, …: the wrong answers in the order in which they are first met; OMITTED. */
  code: (response: ItemResponse | null) => number
  wrongCount: number
  counts: Map<number, number>
  served: number
}

/**
 * CA-10: two papers with their places brought side by side by item, in the order of the first one. Answers are the same if both are
 * right, or if both are the same wrong one; typed ones are compared without case and marks.
 */
export function sideBySide(
  own: TakenPaper,
  other: TakenPaper | null,
  keys: ReadonlyMap<string, ItemKey>,
  counts: ReadonlyMap<string, AnswerCounts>,
  grade: Grade,
): SidePlace[] {
  const places = new Map((other?.items ?? []).map((item, index) => [item, index]))
  return own.items.map((itemVersionId, index): SidePlace => {
    const coded = codedOf(itemVersionId, keys, counts, grade, [own, other])
    const at = places.get(itemVersionId)
    const [mine, theirs] = [own.answers[index] ?? null, at === undefined ? null : (other?.answers[at] ?? null)]
    const [a, b] = [coded.code(mine), coded.code(theirs)]
    return {
      position: index + 1,
      otherPosition: at === undefined ? null : at + 1,
      itemVersionId,
      own: mine,
      other: theirs,
      isRight: a === 0,
      mark:
        at === undefined
          ? 'not-shared'
          : a === OMITTED || b === OMITTED
            ? 'blank'
            : a !== b
              ? 'different'
              : a === 0
                ? 'both-right'
                : 'same-wrong',
      share: a > 0 && coded.served > 0 ? (coded.counts.get(a) ?? 0) / coded.served : null,
    }
  })
}

export interface Chance {
  shared: number
  matches: number
  sameWrong: number
  /** Equal answers that two people who know nothing of each other would have. */
  expected: number
  /** How often chance gives at least so many: the exact tail of GBT (see `answer-model`). */
  p: number
}

/** CA-10: what chance would give two papers, by the model that the signals use too; null when they share nothing that both answered. */
export function chanceOf<Item>(
  own: TakenPaper,
  other: TakenPaper,
  keys: ReadonlyMap<string, ItemKey>,
  counts: ReadonlyMap<string, AnswerCounts>,
  grade: Grade,
  model: ChanceModel<Item>,
): Chance | null {
  const items = [...new Set([...own.items, ...other.items])]
  const number = new Map(items.map((item, index) => [item, index]))
  const coded = items.map((item) => codedOf(item, keys, counts, grade, [own, other]))
  // Every counted answer is a paper of one item: the model only wants to know how often each was given.
  const papers = coded.flatMap(({ counts: given, served }, item) => {
    const answered = [...given].flatMap(([code, count]) => new Array<number>(count).fill(code))
    return [...answered, ...new Array<number>(Math.max(0, served - answered.length)).fill(OMITTED)].map((code) => ({
      items: [item],
      answers: [code],
    }))
  })
  const models = model.itemModels(
    coded.map(({ wrongCount }) => Math.max(1, wrongCount)),
    papers,
  )
  const modelled = (paper: TakenPaper) => {
    const answered = {
      items: paper.items.map((item) => number.get(item) as number),
      answers: paper.items.map((item, index) =>
        (coded[number.get(item) as number] as Coded).code(paper.answers[index] ?? null),
      ),
    }
    return { ...answered, chances: model.chancesOfRight(models, answered) }
  }
  const found = model.comparePair(models, modelled(own), modelled(other))
  if (!found) return null
  return {
    shared: found.shared.length,
    matches: found.rightMatches + found.wrongMatches,
    sameWrong: found.wrongMatches,
    expected: found.shared.reduce((sum, { bothRight, sameWrong }) => sum + bothRight + sameWrong, 0),
    p: found.gbt,
  }
}

function codedOf(
  item: string,
  keys: ReadonlyMap<string, ItemKey>,
  counts: ReadonlyMap<string, AnswerCounts>,
  grade: Grade,
  papers: readonly (TakenPaper | null)[],
): Coded {
  const key = keys.get(item)
  if (!key) throw new Error(`no key for item version ${item}`)
  const codes = new Map<string, number>()
  const code = (response: ItemResponse | null): number => {
    if (response === null || response.length === 0) return OMITTED
    if (grade(key, response) === 1) return 0
    const name = typeof response === 'string' ? fold(response) : response.join(' ')
    const known = codes.get(name)
    if (known !== undefined) return known
    codes.set(name, codes.size + 1)
    return codes.size
  }
  const { served = 0, given = [] } = counts.get(item) ?? {}
  const found = new Map<number, number>()
  for (const { response, count } of given) {
    const at = code(response)
    if (at !== OMITTED) found.set(at, (found.get(at) ?? 0) + count)
  }
  for (const paper of papers)
    for (const [index, each] of (paper?.items ?? []).entries()) if (each === item) code(paper?.answers[index] ?? null)
  return { code, wrongCount: codes.size, counts: found, served }
}
