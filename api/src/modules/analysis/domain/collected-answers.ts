import type { ItemResponse } from '@thiso/contracts/vocab'
import type { MarkTable } from './mark-table.js'

/** An item of the round with every different response that was given to it. */
export interface CollectedItem {
  itemVersionId: string
  responses: ItemResponse[]
  /** How often each was given. */
  counts: number[]
}

/** One attempt as it is read: its paper and the log of its answers. */
export interface AnswerSheet {
  name: string
  /** By place. */
  itemVersionIds: readonly string[]
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

  add({ name, itemVersionIds, log }: AnswerSheet): void {
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
    })
    this.names.push(name)
    this.starts.push(this.cellItems.length)
  }

  /**
   * The marks of everybody.
   * @param shareOf the share of its points that a response to an item gains; blank gains nothing
   * @returns the table, and for each of its cells which response it was; −1 = blank
   */
  graded(shareOf: (item: number, response: ItemResponse) => number): { table: MarkTable; responses: Int32Array } {
    const shares = this.items.map(({ responses }, item) => responses.map((response) => shareOf(item, response)))
    const items = Uint32Array.from(this.cellItems)
    const responses = Int32Array.from(this.cellResponses)
    const marks = new Float64Array(items.length)
    for (let cell = 0; cell < items.length; cell++) {
      const response = responses[cell] as number
      if (response >= 0) marks[cell] = (shares[items[cell] as number] as number[])[response] as number
    }
    const table = {
      maxMarks: this.items.map(() => 1),
      starts: Uint32Array.from(this.starts),
      items,
      marks,
      names: this.names,
    }
    return { table, responses }
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
