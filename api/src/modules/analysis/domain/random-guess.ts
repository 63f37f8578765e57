import type { ItemKey } from '@thiso/contracts/vocab'

const STEPS = [0, 0.1, 0.25, 0.5, 1] as const

/**
 * What blind guessing gains of an item's points on average, 0 to 1: every response that fills the item is equally likely. One option of
 * n; true or false for each statement; any set of at least one option; any order; for each prompt any choice. What has to be typed
 * cannot be guessed: 0. Shares are rounded down to hundredths as SC-4 grades them.
 * @param optionCount of options, statements, entries or prompts
 * @param choiceCount what prompts are matched with
 */
export function randomGuessShare(key: ItemKey, optionCount: number, choiceCount: number): number {
  switch (key.type) {
    case 'single-choice':
      return optionCount > 0 ? 1 / optionCount : 0
    case 'true-false':
      return 1 / 2
    case 'true-false-group': {
      const count = key.truths.length
      if (key.grading === 'stepped' && count === 4)
        return expected(binomial(4, 1 / 2), (right) => STEPS[right] as number)
      return partsGuess(count, 1 / 2, key.grading === 'partial')
    }
    case 'matching':
      return choiceCount > 0 ? partsGuess(key.choiceOf.length, 1 / choiceCount, key.grading === 'partial') : 0
    case 'multiple-choice':
      return setGuess(key.options.length, key.optionCount, key.grading === 'partial')
    case 'ordering':
      return orderGuess(key.order.length, key.grading === 'partial')
    case 'short-text':
    case 'number':
      return 0
  }
}

/**
 * The same where further keys are right too: chances of whole right answers add up, since no response is right by two of them; where
 * parts count, at least what the best key alone brings.
 */
export function randomGuessOf(keys: readonly ItemKey[], optionCount: number, choiceCount: number): number {
  const different = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()]
  const shares = different.map((key) => randomGuessShare(key, optionCount, choiceCount))
  const isWhole = different.every((key) => !('grading' in key) || key.grading === 'all-or-nothing')
  return isWhole
    ? Math.min(
        1,
        shares.reduce((sum, share) => sum + share, 0),
      )
    : Math.max(0, ...shares)
}

function partsGuess(count: number, chance: number, isPartial: boolean): number {
  return expected(binomial(count, chance), (right) => (isPartial ? hundredths(right, count) : right === count ? 1 : 0))
}

/** Over all sets of at least one option. */
function setGuess(rightCount: number, optionCount: number, isPartial: boolean): number {
  const setCount = 2 ** optionCount - 1
  if (!isPartial) return 1 / setCount
  const wrongCount = optionCount - rightCount
  const wrongs = Math.max(1, wrongCount)
  const waysRight = binomial(rightCount, 1 / 2).map((share) => share * 2 ** rightCount)
  const waysWrong = binomial(wrongCount, 1 / 2).map((share) => share * 2 ** wrongCount)
  let sum = 0
  waysRight.forEach((ways, hits) => {
    waysWrong.forEach((others, slips) => {
      sum += ways * others * hundredths(hits * wrongs - slips * rightCount, rightCount * wrongs)
    })
  })
  return sum / setCount
}

/** Over all orders, by how many pairs stand the wrong way round (Mahonian numbers). */
function orderGuess(count: number, isPartial: boolean): number {
  const pairs = (count * (count - 1)) / 2
  let shares = [1]
  for (let n = 2; n <= count; n++) {
    const next = new Array<number>(shares.length + n - 1).fill(0)
    shares.forEach((share, inversions) => {
      for (let more = 0; more < n; more++) next[inversions + more] = (next[inversions + more] as number) + share / n
    })
    shares = next
  }
  if (!isPartial || pairs === 0) return shares[0] as number
  return expected(shares, (inversions) => hundredths(pairs - 2 * inversions, pairs))
}

/** Chances of 0 to n successes. */
function binomial(n: number, chance: number): number[] {
  let shares = [1]
  for (let done = 0; done < n; done++)
    shares = [...shares, 0].map(
      (share, successes) => share * (1 - chance) + (successes > 0 ? (shares[successes - 1] as number) * chance : 0),
    )
  return shares
}

function expected(chances: readonly number[], shareOf: (n: number) => number): number {
  return chances.reduce((sum, chance, n) => sum + chance * shareOf(n), 0)
}

function hundredths(a: number, b: number): number {
  return b <= 0 ? 0 : Math.max(0, Math.floor((a * 100) / b)) / 100
}
