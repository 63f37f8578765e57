import type { AnswerRowKind, ItemWarningCode, KeyDoubt, TestWarningCode } from '@thiso/contracts/vocab'
import type { ItemStatistics } from './item-statistics.js'
import type { TestStatistics } from './test-statistics.js'

/** From where on something is worth a look; percentages 0 to 100. */
export const THRESHOLDS = {
  /** Facility above it: hardly anybody is told apart. Moodle's question statistics and the usual 5 % of the test makers. */
  tooEasy: 95,
  /** Facility below it: hardly anybody knows, or the key is wrong. */
  tooHard: 10,
  /** Facility below it, but not as bad: about what blind guessing gains with four or five options. */
  hard: 20,
  /** Discriminative efficiency below it: Moodle marks such a question as dubious. */
  notDiscriminating: 15,
  /** Discriminative efficiency below it, but not as bad. */
  weaklyDiscriminating: 20,
  /** People below which figures jump from round to round (the usual rule of thumb for correlations). */
  fewPeople: 30,
  /** Share of whole right papers above which items cannot tell the best apart. */
  perfectPapers: 40,
  /** Reliability below it: Moodle calls a CIC under 64 unsatisfactory. */
  unreliable: 64,
} as const

export interface ItemWarning {
  code: ItemWarningCode
  /** The lines of the item's answer table that it is about, by place. */
  rows: number[]
}

export interface CountedRow {
  kind: AnswerRowKind
  isKey: boolean
  /** How many chose it. */
  count: number
  /** How many of the upper 27 % chose it. */
  upperCount: number
}

/**
 * @param rows of the answer table, with the line of blank answers left out
 * @param anyIsRight several right options are right each by itself, not all together
 */
export function itemWarnings(item: ItemStatistics, rows: readonly CountedRow[], anyIsRight = false): ItemWarning[] {
  const found: ItemWarning[] = []
  const say = (code: ItemWarningCode, places: number[] = []) => found.push({ code, rows: places })
  const { facility, discriminativeEfficiency: efficiency, itemRest } = item
  if (item.servedCount === 0) return []
  if (itemRest !== null && itemRest < 0) say('negative_item_rest')
  const preferred = preferredWrong(rows, anyIsRight)
  if (preferred.length > 0) say('wrong_answer_preferred', preferred)
  if (facility !== null) {
    if (facility < THRESHOLDS.tooHard) say('too_hard')
    else if (facility < THRESHOLDS.hard) say('hard')
  }
  if (efficiency !== null) {
    if (efficiency < THRESHOLDS.notDiscriminating) say('not_discriminating')
    else if (efficiency < THRESHOLDS.weaklyDiscriminating) say('weakly_discriminating')
  }
  if (facility !== null && facility > THRESHOLDS.tooEasy) say('too_easy')
  const unused = rows.flatMap((row, place) => (row.kind === 'option' && row.count === 0 ? [place] : []))
  // Among few people an option is left alone by chance.
  if (unused.length > 0 && item.servedCount >= THRESHOLDS.fewPeople) say('option_unused', unused)
  return found
}

/** One in a hundred items without a fault would be called clearly doubtful: the normal deviate of that. */
const CLEAR_DEVIATE = 2.326

/**
 * Do the answers speak against the key? `slight`: a negative item-rest correlation, or a wrong answer that more of the ablest gave;
 * among few people both come by chance. `clear`: beyond chance at 1 % (one-sided): Fisher's z of the correlation,
 * atanh(r)·√(n − 3), or the sign test between the wrong answer and the key, (w − k)/√(w + k).
 */
export function keyDoubtOf(item: ItemStatistics, rows: readonly CountedRow[], anyIsRight = false): KeyDoubt {
  const { itemRest, servedCount } = item
  const wrong = preferredWrong(rows, anyIsRight).map((place) => (rows[place] as CountedRow).upperCount)
  const isNegative = itemRest !== null && itemRest < 0
  if (!isNegative && wrong.length === 0) return 'none'
  const fisher = isNegative ? Math.atanh(Math.min(-itemRest, 0.999999)) * Math.sqrt(Math.max(0, servedCount - 3)) : 0
  const right = rightCount(rows, anyIsRight)
  const sign = Math.max(0, ...wrong.map((count) => (count - right) / Math.sqrt(count + right)))
  return Math.max(fisher, sign) > CLEAR_DEVIATE ? 'clear' : 'slight'
}

export function testWarnings(test: TestStatistics): TestWarningCode[] {
  if (test.personCount === 0) return []
  const { coefficient } = test.reliability
  return [
    ...(test.personCount < THRESHOLDS.fewPeople ? (['few_people'] as const) : []),
    ...((100 * test.perfectCount) / test.personCount > THRESHOLDS.perfectPapers ? (['many_perfect'] as const) : []),
    ...(coefficient !== null && 100 * coefficient < THRESHOLDS.unreliable ? (['unreliable'] as const) : []),
  ]
}

/** Wrong answers that more of the ablest gave than the least chosen right one. */
function preferredWrong(rows: readonly CountedRow[], anyIsRight: boolean): number[] {
  if (rows.some(({ kind }) => kind === 'part')) return []
  const right = rightCount(rows, anyIsRight)
  return rows.flatMap((row, place) => (!row.isKey && row.upperCount > right ? [place] : []))
}

/** How many of the ablest gave the right answer: answers that are right by themselves add up, of several right options the least chosen. */
function rightCount(rows: readonly CountedRow[], anyIsRight: boolean): number {
  const keys = rows.filter(({ isKey }) => isKey)
  const counts = keys.map(({ upperCount }) => upperCount)
  if (counts.length === 0) return 0
  return anyIsRight || keys[0]?.kind === 'typed' ? counts.reduce((sum, count) => sum + count, 0) : Math.min(...counts)
}
