/** Share of people in the upper and in the lower group of the classical index (Kelley 1939: 27 % tells groups apart best). */
const EXTREME_PERCENT = 27

/** How many of n people the upper group has, and the lower: 27 % rounded half up. */
export function extremeSize(count: number): number {
  // In whole numbers, so that no binary fraction decides.
  return Math.floor((EXTREME_PERCENT * count + 50) / 100)
}

/**
 * The ability group of a place in the ranking: `groupCount` groups as equal as can be, 0 the weakest.
 * @param place 0 = the ablest of `count`
 */
export function groupOf(place: number, count: number, groupCount: number): number {
  return groupCount - 1 - Math.floor((place * groupCount) / count)
}

export interface GroupCounts {
  /** How many people each group has, the weakest first. */
  sizes: number[]
  /** By group: how often each choice was made. */
  counts: number[][]
}

/**
 * How often each choice was made in each ability group.
 * @param choices by person, the ablest first; −1 = blank, which is in the sizes only
 */
export function countByGroup(choices: ArrayLike<number>, choiceCount: number, groupCount: number): GroupCounts {
  const sizes = new Array<number>(groupCount).fill(0)
  const counts = sizes.map(() => new Array<number>(choiceCount).fill(0))
  for (let place = 0; place < choices.length; place++) {
    const group = groupOf(place, choices.length, groupCount)
    sizes[group] = (sizes[group] as number) + 1
    const choice = choices[place] as number
    const row = counts[group] as number[]
    if (choice >= 0) row[choice] = (row[choice] as number) + 1
  }
  return { sizes, counts }
}
