/** Something that stands on a line: text, a formula, a picture. Lengths in points; y grows downwards. */
export interface Box {
  width: number
  /** Above and below the baseline. */
  ascent: number
  descent: number
  draw(x: number, baseline: number): void
}

/** Part of a page as wide as its column that is never cut: a line of text, a row of a table. */
export interface Row {
  height: number
  /** White space above it, unless it begins a page. */
  gap: number
  /** It never ends a page: what follows belongs to it. */
  staysWithNext: boolean
  /** Of its first line of text, from its top; absent where it has none. */
  baseline?: number
  draw(x: number, y: number): void
}

/** Boxes beside each other on one baseline. */
export function besides(boxes: readonly Box[]): Box {
  return {
    width: boxes.reduce((total, box) => total + box.width, 0),
    ascent: Math.max(0, ...boxes.map((box) => box.ascent)),
    descent: Math.max(0, ...boxes.map((box) => box.descent)),
    draw(x, baseline) {
      let at = x
      for (const box of boxes) {
        box.draw(at, baseline)
        at += box.width
      }
    },
  }
}

/** Everything kept on one page. */
export function together(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => ({ ...row, staysWithNext: row.staysWithNext || index < rows.length - 1 }))
}

/** Rows moved in from the left. */
export function indented(rows: readonly Row[], by: number): Row[] {
  return rows.map((row) => ({ ...row, draw: (x: number, y: number) => row.draw(x + by, y) }))
}

/** Columns of rows beside each other as one row; their first lines stand on one baseline. */
export function sideBySide(columns: readonly { rows: readonly Row[]; x: number }[], gap: number): Row {
  const baseline = Math.max(0, ...columns.map(({ rows }) => rows[0]?.baseline ?? 0))
  const drop = (rows: readonly Row[]) => (rows[0]?.baseline === undefined ? 0 : baseline - rows[0].baseline)
  return {
    height: Math.max(0, ...columns.map(({ rows }) => drop(rows) + heightOf(rows))),
    gap,
    staysWithNext: false,
    baseline,
    draw(x, y) {
      for (const { rows, x: own } of columns) drawRows(rows, x + own, y + drop(rows))
    },
  }
}

/** How high rows are under each other when the first begins a page. */
export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((total, row, index) => total + row.height + (index === 0 ? 0 : row.gap), 0)
}

export function drawRows(rows: readonly Row[], x: number, y: number): void {
  let at = y
  rows.forEach((row, index) => {
    if (index > 0) at += row.gap
    row.draw(x, at)
    at += row.height
  })
}
