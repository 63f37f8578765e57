import type { ItemResponse } from '@thiso/contracts/vocab'
import type { MarkTable } from './mark-table.js'

/** An item of the round with every different response that was given to it. */
export interface CollectedItem {
  itemVersionId: string
  responses: ItemResponse[]
  /** How often each was given. */
  counts: number[]
}

export interface Penalties {
  wrongPenalty: number
  blankPenalty: number
}

/** One attempt as it is read: its paper and the log of its answers. */
export interface AnswerSheet {
  name: string
  /** By place. */
  itemVersionIds: readonly string[]
  /** What each place is worth; null: one point each. */
  points: readonly number[] | null
  /** What wrong and blank answers cost, as shares of an item's points, by the rules that the attempt was taken under. */
  penalties: Penalties
  /** Lines of number, tab, position, tab and the response as JSON ('' for blank again), in any order. */
  log: string
}

/**
 * Takes in the answer sheets of a round one by one and keeps each different response to an item once, so that a hundred thousand
 * attempts stand in some megabytes and only different responses have to be graded.
 */
export class CollectedAnswers {
  readonly items: CollectedItem[] = []
  private readonly indexOf = new Map<string, number>()
  private readonly responsesOf: Map<string, number>[] = []
  private readonly names: string[] = []
  private readonly starts: number[] = [0]
  private readonly cellItems: number[] = []
  private readonly cellResponses: number[] = []
  private readonly cellPoints: number[] = []
  private readonly penalties: Penalties[] = []

  add({ name, itemVersionIds, points, penalties, log }: AnswerSheet): void {
    const given = new Array<string>(itemVersionIds.length).fill('')
    const numbers = new Int32Array(itemVersionIds.length)
    if (log !== '')
      for (const line of log.split('\n')) {
        const tab = line.indexOf('\t')
        const next = line.indexOf('\t', tab + 1)
        const seq = Number(line.slice(0, tab))
        const place = Number(line.slice(tab + 1, next)) - 1
        // AT-4: of each place the highest number counts.
        if (seq < (numbers[place] ?? Number.POSITIVE_INFINITY)) continue
        numbers[place] = seq
        given[place] = line.slice(next + 1)
      }
    itemVersionIds.forEach((id, place) => {
      const item = this.itemOf(id)
      this.cellItems.push(item)
      this.cellResponses.push(this.responseOf(item, given[place] ?? ''))
      this.cellPoints.push(points?.[place] ?? 1)
    })
    this.names.push(name)
    this.penalties.push(penalties)
    this.starts.push(this.cellItems.length)
  }

  /**
   * The marks of everybody, in points as SC-1 and SC-5 give them; where papers give an item different points, of their mean.
   * @param shareOf the share of its points that a response to an item gains
   * @param blankShareOf the same of leaving it blank; 0 costs what a blank costs
   * @returns the table; for each of its cells which response it was, −1 = blank; by item the mean share, null where nobody was served
   */
  graded(
    shareOf: (item: number, response: ItemResponse) => number,
    blankShareOf: (item: number) => number = () => 0,
  ): { table: MarkTable; responses: Int32Array; meanShares: (number | null)[] } {
    const shares = this.items.map(({ responses }, item) => responses.map((response) => shareOf(item, response)))
    const blankShares = this.items.map((_, item) => blankShareOf(item))
    const maxMarks = this.meanPoints()
    const items = Uint32Array.from(this.cellItems)
    const responses = Int32Array.from(this.cellResponses)
    const marks = new Float64Array(items.length)
    const served = new Float64Array(this.items.length)
    const sums = new Float64Array(this.items.length)
    for (const [person, { wrongPenalty, blankPenalty }] of this.penalties.entries())
      for (let cell = this.starts[person] as number; cell < (this.starts[person + 1] as number); cell++) {
        const item = items[cell] as number
        const response = responses[cell] as number
        const isBlank = response < 0
        const share = (isBlank ? blankShares[item] : shares[item]?.[response]) as number
        const max = maxMarks[item] as number
        marks[cell] = share > 0 ? pointsOf(max, share) : 0 - pointsOf(max, isBlank ? blankPenalty : wrongPenalty)
        served[item] = (served[item] as number) + 1
        sums[item] = (sums[item] as number) + share
      }
    const table = {
      maxMarks,
      starts: Uint32Array.from(this.starts),
      items,
      marks,
      names: this.names,
    }
    const meanShares = this.items.map((_, item) =>
      served[item] ? (sums[item] as number) / (served[item] as number) : null,
    )
    return { table, responses, meanShares }
  }

  /** By item, in hundredths, so that the points of whole answers are the maximum itself. */
  private meanPoints(): number[] {
    const sums = new Float64Array(this.items.length)
    const counts = new Float64Array(this.items.length)
    for (const [cell, item] of this.cellItems.entries()) {
      sums[item] = (sums[item] as number) + (this.cellPoints[cell] as number)
      counts[item] = (counts[item] as number) + 1
    }
    return Array.from(sums, (sum, item) => Math.round((100 * sum) / (counts[item] as number)) / 100)
  }

  private itemOf(itemVersionId: string): number {
    const known = this.indexOf.get(itemVersionId)
    if (known !== undefined) return known
    const index = this.items.length
    this.items.push({ itemVersionId, responses: [], counts: [] })
    this.responsesOf.push(new Map())
    this.indexOf.set(itemVersionId, index)
    return index
  }

  private responseOf(item: number, json: string): number {
    if (json === '' || json === 'null' || json === '[]' || json === '""') return -1
    const { responses, counts } = this.items[item] as CollectedItem
    const known = (this.responsesOf[item] as Map<string, number>).get(json)
    if (known !== undefined) {
      counts[known] = (counts[known] as number) + 1
      return known
    }
    this.responsesOf[item]?.set(json, responses.length)
    responses.push(JSON.parse(json) as ItemResponse)
    counts.push(1)
    return responses.length - 1
  }
}

/** SC-1: a share of an item's points, rounded half up to hundredths, as the score of an attempt has it. */
function pointsOf(points: number, share: number): number {
  return Math.floor((Math.round(points * 100) * Math.round(share * 100) + 50) / 100) / 100
}
