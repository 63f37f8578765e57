import { plainText, TOPICS } from '@thiso/contracts/vocab'
import { readItems } from './read-content.js'

/** IB-15: what could give keys away to somebody who knows nothing, measured over all items of which one option is right. */

interface Choice {
  code: string
  topic: string
  stem: string
  options: string[]
  key: number
}
const choices: Choice[] = readItems().flatMap(({ code, topic, body }) =>
  body.type === 'single-choice'
    ? [{ code, topic, stem: plainText(body.stem), options: body.options.map(plainText), key: body.key }]
    : [],
)
const length = (text: string) => [...text].length
const shareOf = (own: readonly Choice[], isSo: (choice: Choice) => boolean) => own.filter(isSo).length / own.length
const inTopic = (topic: string) => choices.filter((choice) => choice.topic === topic)

/** Three standard deviations of a fair guess: what chance alone passes about 999 times in 1000. */
const limit = (chance: number, count: number) => chance + 3 * Math.sqrt((chance * (1 - chance)) / count)
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
/** Quantiles 0.99 and 0.95 of chi-square with three degrees of freedom. */
const RARE = 11.34
const UNUSUAL = 7.815

describe('the key is not given away', () => {
  it('IB-15 by its place: the right option stands in every place equally often', () => {
    expect(chiSquare([0, 1, 2, 3].map((place) => choices.filter(({ key }) => key === place).length))).toBeLessThan(RARE)
  })

  it('IB-15 by its place within a topic', () => {
    for (const topic of TOPICS)
      for (const place of [0, 1, 2, 3]) {
        const own = inTopic(topic)
        expect(shareOf(own, ({ key }) => key === place)).toBeLessThanOrEqual(limit(0.25, own.length))
      }
  })

  it.each([
    ['longest', (own: number, others: number[]) => own > Math.max(...others)],
    ['shortest', (own: number, others: number[]) => own < Math.min(...others)],
  ])(
    'IB-15 by its length: it is strictly the %s no more often than a fair guess, in the bank and in a topic',
    (_, is) => {
      const isExtreme = ({ options, key }: Choice) => {
        const lengths = options.map(length)
        return is(
          lengths[key] as number,
          lengths.filter((__, place) => place !== key),
        )
      }
      expect(shareOf(choices, isExtreme)).toBeLessThanOrEqual(limit(0.25, choices.length))
      for (const topic of TOPICS)
        expect(shareOf(inTopic(topic), isExtreme)).toBeLessThanOrEqual(limit(0.25, inTopic(topic).length))
    },
  )

  it('IB-15 by its rank in length: always taking the longest, the second, … wins what a fair guess wins', () => {
    // Equal lengths (dates, numbers) rank by their place, as a guesser would have to settle them too.
    const rankOf = ({ options, key }: Choice) => {
      const own = length(options[key] as string)
      return options.filter((text, place) => length(text) < own || (length(text) === own && place < key)).length
    }
    const counts = [0, 1, 2, 3].map((rank) => choices.filter((choice) => rankOf(choice) === rank).length)
    expect(chiSquare(counts)).toBeLessThan(UNUSUAL)
    expect(Math.max(...counts) / choices.length).toBeLessThanOrEqual(0.3)
    for (const topic of TOPICS) {
      const own = inTopic(topic)
      for (const rank of [0, 1, 2, 3])
        expect(shareOf(own, (choice) => rankOf(choice) === rank)).toBeLessThanOrEqual(limit(0.25, own.length))
    }
  })

  it('IB-15 by an echo: it alone repeats most of the stem no more often than chance', () => {
    const share = shareOf(choices, ({ stem, options, key }) => {
      const asked = wordsOf(stem)
      const echoes = options.map((option) => {
        const words = [...wordsOf(option)]
        return words.filter((word) => asked.has(word)).length / words.length
      })
      return echoes.every((echo, place) => place === key || echo < (echoes[key] as number))
    })
    expect(share).toBeLessThanOrEqual(limit(0.25, choices.length))
  })

  it('IB-15 by numbers: where all options are numbers, the key is neither the least nor the greatest too often', () => {
    const numberOf = (text: string) => {
      const found = /^\D*(\d[\d.]*(?:,\d+)?)\D*$/.exec(text)?.[1]
      return found === undefined ? Number.NaN : Number(found.replace(/\./g, '').replace(',', '.'))
    }
    const numeric = choices
      .map(({ options, key }) => ({ values: options.map(numberOf), key }))
      .filter(({ values }) => values.every(Number.isFinite) && new Set(values).size === 4)
    expect(numeric.length).toBeGreaterThan(40)
    for (const rank of [0, 1, 2, 3]) {
      const count = numeric.filter(({ values, key }) => {
        const own = values[key] as number
        return values.filter((value) => value < own).length === rank
      }).length
      expect(count / numeric.length).toBeLessThanOrEqual(limit(0.25, numeric.length))
    }
  })

  function wordsOf(text: string): Set<string> {
    return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu))
  }
})

describe('true and false', () => {
  it('IB-15 are about equally often right', () => {
    const truths = readItems().flatMap(({ body }) =>
      body.type === 'true-false'
        ? [body.isTrue]
        : body.type === 'true-false-group'
          ? body.statements.map(({ isTrue }) => isTrue)
          : [],
    )
    const share = truths.filter(Boolean).length / truths.length
    expect(share).toBeGreaterThan(0.35)
    expect(share).toBeLessThan(0.65)
  })
})
