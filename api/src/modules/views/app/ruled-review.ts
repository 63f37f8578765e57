import type { HeldRuling, ItemResponse } from '@thiso/contracts/vocab'
import { type Place, presentReview } from '../../contests/index.js'
import { type DeliveryItem, gradeResponse, type KeyRow } from '../../item-bank/index.js'
import { gradeRuled, ruledKeyOf } from '../../results/index.js'

/**
 * RL-1, RD-3: a reviewed item as the organizers' decisions make it: what is right follows the corrected key and every further right
 * answer; what is right for everybody is right also where it was left blank. A struck item keeps what it was, and says that it counts
 * for nobody.
 */
export function presentRuledReview(
  place: Place,
  question: DeliveryItem['question'],
  row: KeyRow,
  response: ItemResponse | null,
  held: HeldRuling | undefined,
) {
  if (!held || held.kind === 'strike')
    return { ...presentReview(place, question, row, response), ruling: held ? held.kind : null }
  const ruled = ruledKeyOf(row.key, held)
  const [main, ...further] = [ruled.key, ...ruled.also].map((key) =>
    presentReview(place, question, { ...row, key }, response),
  )
  if (!main) throw new Error('an item has a key')
  const share = response === null ? Number(ruled.isRightForAll) : gradeRuled(ruled, response, gradeResponse)
  return {
    ...main,
    options: main.options.map((option, index) => ({
      ...option,
      isKey: option.isKey || further.some(({ options }) => options[index]?.isKey),
    })),
    parts: main.parts.map((part, index) => {
      const same = [part, ...further.flatMap(({ parts }) => parts[index] ?? [])]
      return { ...part, right: joined(same.map(({ right }) => right)), isRight: same.some(({ isRight }) => isRight) }
    }),
    share,
    isRight: share >= 1,
    ruling: held.kind,
  }
}

/** Several right answers beside each other, each once. */
function joined(texts: readonly { vi: string; en: string }[]): { vi: string; en: string } {
  const once = (words: readonly string[]) => [...new Set(words.filter((word) => word !== ''))].join(' / ')
  return { vi: once(texts.map(({ vi }) => vi)), en: once(texts.map(({ en }) => en)) }
}
