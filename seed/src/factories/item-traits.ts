import { gradeResponse } from '@thiso/api/seeding'
import type { CognitiveLevel, ItemKey, ItemResponse } from '@thiso/contracts/vocab'
import { Chance } from './chance.js'

/** How an item behaves in people's hands. */
export interface ItemTraits {
  level: CognitiveLevel
  difficulty: number
  key: ItemKey
  right: ItemResponse
  /** Responses that are not wholly right, the most tempting first. */
  distractors: readonly ItemResponse[]
  /** One that gains nothing. */
  nought: ItemResponse
}

const DIFFICULTY: Record<CognitiveLevel, number> = { recall: -1.1, understand: -0.5, apply: 0.1, 'apply-high': 0.8 }
const DISTRACTOR_COUNT = 3

export function traitsOf(
  pool: readonly { itemVersionId: string; level: CognitiveLevel; optionCount: number; choiceCount: number }[],
  keys: ReadonlyMap<string, ItemKey>,
): Map<string, ItemTraits> {
  return new Map(
    pool.map(({ itemVersionId, level, optionCount, choiceCount }) => {
      const key = keys.get(itemVersionId)
      if (key === undefined) throw new Error(`no key for item version ${itemVersionId}`)
      const chance = new Chance(`item/${itemVersionId}`)
      const difficulty = DIFFICULTY[level] + 0.5 * chance.normal()
      const distractors = wrongResponses(chance, key, optionCount, choiceCount)
      const nought = distractors.find((response) => gradeResponse(key, response) === 0) ?? noughtOf(key)
      return [itemVersionId, { level, key, difficulty, right: rightResponse(key), distractors, nought }]
    }),
  )
}

/** What somebody who knows the answer gives. */
function rightResponse(key: ItemKey): ItemResponse {
  switch (key.type) {
    case 'single-choice':
      return [key.option]
    case 'multiple-choice':
      return key.options
    case 'true-false':
      return [key.isTrue ? 1 : 0]
    case 'true-false-group':
      return key.truths.map((isTrue) => (isTrue ? 1 : 0))
    case 'short-text':
      return key.accepted[0] as string
    case 'number':
      return String(key.value).replace('.', ',')
    case 'ordering':
      return key.order
    case 'matching':
      return key.choiceOf
  }
}

/** What people give who do not: other options, one statement or pair mistaken, neighbours swapped, a number nearby. */
function wrongResponses(chance: Chance, key: ItemKey, optionCount: number, choiceCount: number): ItemResponse[] {
  const indices = Array.from({ length: optionCount }, (_, index) => index)
  switch (key.type) {
    case 'single-choice':
      return chance.shuffled(indices.filter((index) => index !== key.option)).map((index) => [index])
    case 'true-false':
      return [[key.isTrue ? 0 : 1]]
    case 'multiple-choice': {
      const wrong = indices.filter((index) => !key.options.includes(index))
      return [
        ...wrong.map((index) => [...key.options.slice(1), index].sort((a, b) => a - b)),
        key.options.slice(1),
        wrong.slice(0, 1),
      ]
        .filter((response) => response.length > 0)
        .slice(0, DISTRACTOR_COUNT)
    }
    case 'true-false-group': {
      const right = key.truths.map((isTrue) => (isTrue ? 1 : 0))
      const flipped = (places: readonly number[]) =>
        right.map((value, index) => (places.includes(index) ? 1 - value : value))
      const places = chance.shuffled(indices)
      return [flipped(places.slice(0, 1)), flipped(places.slice(0, 2)), flipped(places)]
    }
    case 'short-text':
      return ['không nhớ', 'chưa rõ', 'VN']
    case 'number':
      return [key.value + Math.max(1, key.tolerance * 3), key.value * 10 + 7, key.value === 0 ? 5 : 0].map(String)
    case 'ordering': {
      const swapped = [...key.order]
      const at = chance.whole(0, swapped.length - 2)
      ;[swapped[at], swapped[at + 1]] = [swapped[at + 1] as number, swapped[at] as number]
      return [swapped, [...key.order].reverse()]
    }
    case 'matching': {
      const shifted = key.choiceOf.map((_, index) => key.choiceOf[(index + 1) % key.choiceOf.length] as number)
      const one = [...key.choiceOf]
      one[0] = (key.choiceOf[0] as number) === 0 ? choiceCount - 1 : 0
      return [one, shifted]
    }
  }
}

/** Where every usual mistake gains something. */
function noughtOf(key: ItemKey): ItemResponse {
  return key.type === 'true-false-group' ? key.truths.map((isTrue) => (isTrue ? 0 : 1)) : []
}
