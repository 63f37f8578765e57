// @ts-check
// What was measured, for people to read.

/** @typedef {import('../detection.mjs').Sum} Sum */

const percent = (/** @type {number} */ value) => `${(100 * value).toFixed(value < 0.1 ? 2 : 0)} %`
const line = (/** @type {(string | number)[]} */ cells, /** @type {number[]} */ widths) =>
  cells
    .map((cell, index) =>
      index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 12),
    )
    .join(' ')

export function printHonest(
  /** @type {(line: string) => void} */ say,
  /** @type {{ name: string, sum: Sum }[]} */ contests,
  /** @type {Sum} */ all,
  /** @type {Record<string, number>} */ stated,
) {
  const widths = [26, 12, 12, 12, 12]
  say('Honest people whom a signal reaches')
  say(line(['', ...contests.map(({ name }) => name), 'all', 'stated'], widths))
  say(line(['honest people', ...contests.map(({ sum }) => sum.honest), all.honest], widths))
  for (const [kind, rate] of Object.entries(stated)) {
    const of = (/** @type {Sum} */ sum) => percent((sum.byKind.get(kind) ?? 0) / sum.honest)
    say(line([kind, ...contests.map(({ sum }) => of(sum)), of(all), percent(rate)], widths))
  }
  for (const family of ['answers', 'times', 'process', 'accounts']) {
    const of = (/** @type {Sum} */ sum) => percent((sum.byFamily.get(family) ?? 0) / sum.honest)
    say(line([`family ${family}`, ...contests.map(({ sum }) => of(sum)), of(all)], widths))
  }
  say(line(['reach a reviewer', ...contests.map(({ sum }) => sum.reviewed), all.reviewed, '1 in 1000'], widths))
  for (const [families, count] of all.reviewedBy) say(`  through ${families}: ${count}`)
  say(`items told as leaked that were not: ${all.falseLeaks} of ${all.items}`)
}

export function printPlanted(
  /** @type {(line: string) => void} */ say,
  /** @type {{ name: string, sum: Sum }[]} */ contests,
) {
  const widths = [26, 28]
  for (const { name, sum } of contests) {
    say('')
    say(`Planted in ${name}: found by each signal`)
    for (const [planted, { count, reviewed, byKind }] of sum.planted) {
      const kinds = [...byKind].sort((a, b) => b[1] - a[1]).map(([kind, found]) => `${kind} ${found}`)
      const head = line([planted, `${count} planted, ${reviewed} reviewed:`], widths)
      say(`${head}  ${kinds.join(', ') || 'nothing'}`)
    }
  }
}

export function printOverlaps(
  /** @type {(line: string) => void} */ say,
  /** @type {{ paper: number, pool: number, sum: Sum }[]} */ overlaps,
) {
  const widths = [16, 16, 14, 18, 14, 18]
  say('')
  say('Copying three quarters, by how many items two papers share (n of Q: n²/Q)')
  say(
    line(
      ['paper of pool', 'items shared', 'rings: answers', 'answers and times', 'pairs: answers', 'answers and times'],
      widths,
    ),
  )
  for (const { paper, pool, sum } of overlaps) {
    const of = (/** @type {string} */ planted, /** @type {string} */ kind) => {
      const found = sum.planted.get(planted)
      return found ? percent((found.byKind.get(kind) ?? 0) / found.count) : ''
    }
    say(
      line(
        [
          `${paper} of ${pool}`,
          ((paper * paper) / pool).toFixed(1),
          of('ring', 'same-answers'),
          of('ring', 'same-answers-and-times'),
          of('pair', 'same-answers'),
          of('pair', 'same-answers-and-times'),
        ],
        widths,
      ),
    )
  }
}
