/**
 * Who got which mark on what, row by row; only what was served stands in it, because random papers serve each person a small part of
 * the pool. Cells of person p are `starts[p]` up to `starts[p + 1]`.
 */
export interface MarkTable {
  /** Of each item, in points. */
  maxMarks: readonly number[]
  starts: Uint32Array
  /** The item of each cell, an index into `maxMarks`. */
  items: Uint32Array
  /** In points. */
  marks: Float64Array
  /** A stable name of each person: decides between people of the same total, so that groups do not depend on the order of rows. */
  names: readonly string[]
}

/**
 * The same from a matrix.
 * @param matrix a row a person, a column an item; null = the item was not served (blank answers are marks of 0)
 * @param names of the people; their row numbers when left out
 * @throws RangeError when a row is not as long as `maxMarks`
 */
export function tableOf(
  matrix: readonly (readonly (number | null)[])[],
  maxMarks: readonly number[],
  names: readonly string[] = matrix.map((_, index) => String(index).padStart(9, '0')),
): MarkTable {
  const starts = new Uint32Array(matrix.length + 1)
  const items: number[] = []
  const marks: number[] = []
  matrix.forEach((row, person) => {
    if (row.length !== maxMarks.length) throw new RangeError(`row ${person} has ${row.length} marks`)
    row.forEach((mark, item) => {
      if (mark === null) return
      items.push(item)
      marks.push(mark)
    })
    starts[person + 1] = items.length
  })
  return { maxMarks, starts, items: Uint32Array.from(items), marks: Float64Array.from(marks), names }
}

/**
 * The table without some of its items, as if they had not been served; nobody leaves it.
 * @param isOutside by item; items that stay are counted anew
 */
export function withoutItems(table: MarkTable, isOutside: readonly boolean[]): MarkTable {
  if (!isOutside.includes(true)) return table
  const kept = table.maxMarks.flatMap((_, item) => (isOutside[item] ? [] : [item]))
  const newIndex = new Map(kept.map((item, index) => [item, index]))
  const starts = new Uint32Array(table.starts.length)
  const cells: number[] = []
  for (let person = 0; person < table.names.length; person++) {
    for (let cell = table.starts[person] as number; cell < (table.starts[person + 1] as number); cell++)
      if (!isOutside[table.items[cell] as number]) cells.push(cell)
    starts[person + 1] = cells.length
  }
  return {
    maxMarks: kept.map((item) => table.maxMarks[item] as number),
    starts,
    items: Uint32Array.from(cells, (cell) => newIndex.get(table.items[cell] as number) as number),
    marks: Float64Array.from(cells, (cell) => table.marks[cell] as number),
    names: table.names,
  }
}

export interface Totals {
  /** Everybody was served every item. */
  isComplete: boolean
  /** The highest total of a paper; where papers differ in it, the mean. */
  maxTotal: number
  /** By person, in points; where papers differ in their highest total, the share of it times `maxTotal`. */
  totals: Float64Array
  /** By person, as on the own paper. */
  paperTotals: Float64Array
  paperMaxes: Float64Array
}

export function totalsOf({ maxMarks, starts, items, marks, names }: MarkTable): Totals {
  const count = names.length
  const paperTotals = new Float64Array(count)
  const paperMaxes = new Float64Array(count)
  let isComplete = true
  for (let person = 0; person < count; person++) {
    const from = starts[person] as number
    const to = starts[person + 1] as number
    if (to - from !== maxMarks.length) isComplete = false
    let [total, max] = [0, 0]
    for (let cell = from; cell < to; cell++) {
      total += marks[cell] as number
      max += maxMarks[items[cell] as number] as number
    }
    paperTotals[person] = total
    paperMaxes[person] = max
  }
  const areAlike = paperMaxes.every((max) => Math.abs(max - (paperMaxes[0] as number)) < 1e-9)
  let sum = 0
  for (const max of paperMaxes) sum += max
  const maxTotal =
    count === 0 ? maxMarks.reduce((all, max) => all + max, 0) : areAlike ? (paperMaxes[0] as number) : sum / count
  const totals = areAlike
    ? paperTotals
    : paperTotals.map((total, person) => {
        const max = paperMaxes[person] as number
        return max === 0 ? 0 : (total / max) * maxTotal
      })
  return { isComplete, maxTotal, totals, paperTotals, paperMaxes }
}

/** Cells of item i, those of the ablest first, are `starts[i]` up to `starts[i + 1]`. */
export interface RankedCells {
  starts: Uint32Array
  cells: Uint32Array
  people: Uint32Array
}

/** For each item, its cells from the highest total to the lowest; between equal totals the person's name decides. */
export function rankedCells(table: MarkTable, totals: Float64Array): RankedCells {
  const { maxMarks, starts, items, names } = table
  // Sums of fractions that are equal on paper may differ in the last binary digit.
  const rounded = totals.map((total) => Math.round(total * 1e9))
  const order = Uint32Array.from(names, (_, person) => person).sort(
    (a, b) =>
      (rounded[b] as number) - (rounded[a] as number) ||
      ((names[a] as string) < (names[b] as string) ? -1 : (names[a] as string) > (names[b] as string) ? 1 : 0),
  )
  const itemStarts = new Uint32Array(maxMarks.length + 1)
  for (const item of items) itemStarts[item + 1] = (itemStarts[item + 1] as number) + 1
  for (let item = 0; item < maxMarks.length; item++)
    itemStarts[item + 1] = (itemStarts[item + 1] as number) + (itemStarts[item] as number)
  const next = itemStarts.slice()
  const cells = new Uint32Array(items.length)
  const people = new Uint32Array(items.length)
  for (const person of order)
    for (let cell = starts[person] as number; cell < (starts[person + 1] as number); cell++) {
      const item = items[cell] as number
      const place = next[item] as number
      next[item] = place + 1
      cells[place] = cell
      people[place] = person
    }
  return { starts: itemStarts, cells, people }
}
