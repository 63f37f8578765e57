import { COGNITIVE_LEVELS, TOPICS } from '@thiso/contracts/vocab'
import { type ContentItem, readItems, readSources, readUnits, resolveSources } from './read-content.js'

/** What could give a key away, or let a wrong fact through, measured over all items. */

const items = readItems()
const sources = readSources()
const length = (text: string) => [...text].length
const where = (isWrong: (item: ContentItem) => boolean) => items.filter(isWrong).map((item) => item.code)

describe('the items', () => {
  it('are at least 120, with a dozen or more in every topic and some of every level in each', () => {
    expect(items.length).toBeGreaterThanOrEqual(120)
    for (const topic of TOPICS) {
      const own = items.filter((item) => item.topic === topic)
      expect(own.length).toBeGreaterThanOrEqual(12)
      expect(new Set(own.map((item) => item.level))).toEqual(new Set(COGNITIVE_LEVELS))
    }
    expect(where((item) => !TOPICS.includes(item.topic))).toEqual([])
  })

  it('have codes and stems of their own', () => {
    expect(new Set(items.map((item) => item.code)).size).toBe(items.length)
    expect(new Set(items.map((item) => item.stem.toLowerCase())).size).toBe(items.length)
  })

  it('have four distinct options, one of them the key', () => {
    const comparable = (text: string) =>
      text
        .toLowerCase()
        .replace(/[\s.,;]+/g, ' ')
        .trim()
    expect(where(({ options }) => new Set(options.map(comparable)).size !== 4 || options.length !== 4)).toEqual([])
    expect(where(({ key }) => !Number.isInteger(key) || key < 0 || key > 3)).toEqual([])
  })

  it('are written in NFC without stray spaces', () => {
    const isUntidy = (text: string) => text !== text.normalize('NFC').trim() || /\s{2}|\n|\t/.test(text)
    expect(where((item) => [item.stem, item.explanation, ...item.options].some(isUntidy))).toEqual([])
  })

  it('explain themselves, name a source that is known and the facts they rest on', () => {
    expect(where(({ explanation }) => length(explanation) < 30)).toEqual([])
    expect(where((item) => item.sources.length === 0)).toEqual([])
    for (const item of items)
      for (const { title, url } of resolveSources(item.sources, sources)) {
        expect(title).not.toBe('')
        if (url !== null) expect(url).toMatch(/^https?:\/\//)
      }
    expect(where((item) => item.facts.length === 0)).toEqual([])
  })

  it('rest on no fact that is listed as uncertain', () => {
    // F1 to F8 are the lists of what was seen or is sure; the uncertain ones stand under U.
    expect(where((item) => item.facts.some((fact) => !/^F[1-8]-\d{3}$/.test(fact)))).toEqual([])
  })

  it('have days of validity that make sense', () => {
    const isDay = (day: string | null) => day === null || /^\d{4}-\d\d-\d\d$/.test(day)
    expect(where(({ validFrom, validTo }) => !isDay(validFrom) || !isDay(validTo))).toEqual([])
    expect(where(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validFrom > validTo)).toEqual([])
  })
})

describe('the key is not given away', () => {
  /** Three standard deviations of a fair guess: what chance alone passes about 999 times in 1000. */
  const limit = (chance: number, count: number) => chance + 3 * Math.sqrt((chance * (1 - chance)) / count)

  it('by its place: the right option stands in every place equally often', () => {
    const counts = [0, 1, 2, 3].map((place) => items.filter((item) => item.key === place).length)
    const expected = items.length / 4
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Three degrees of freedom, p = 0.01.
    expect(chiSquare).toBeLessThan(11.34)
  })

  it('by its place within a topic', () => {
    for (const topic of TOPICS) {
      const own = items.filter((item) => item.topic === topic)
      for (const place of [0, 1, 2, 3]) {
        const share = own.filter((item) => item.key === place).length / own.length
        expect(share).toBeLessThanOrEqual(limit(0.25, own.length))
      }
    }
  })

  it.each([
    ['longest', (own: number, others: number[]) => own > Math.max(...others)],
    ['shortest', (own: number, others: number[]) => own < Math.min(...others)],
  ])('by its length: it is strictly the %s no more often than chance', (_, isExtreme) => {
    const share = shareOf(({ options, key }) => {
      const lengths = options.map(length)
      return isExtreme(
        lengths[key] as number,
        lengths.filter((__, place) => place !== key),
      )
    })
    expect(share).toBeLessThanOrEqual(limit(0.25, items.length))
  })

  it('by its rank in length: whoever always takes the longest, the second, … wins what a fair guess wins', () => {
    // Equal lengths (dates, numbers) rank by their place, as a guesser would have to settle them too.
    const shares = [0, 1, 2, 3].map((rank) =>
      shareOf(({ options, key }) => {
        const own = length(options[key] as string)
        const isShorter = (text: string, place: number) => length(text) < own || (length(text) === own && place < key)
        return options.filter(isShorter).length === rank
      }),
    )
    const expected = items.length / 4
    const chiSquare = shares.reduce((sum, share) => sum + (share * items.length - expected) ** 2 / expected, 0)
    // Three degrees of freedom, p = 0.05.
    expect(chiSquare).toBeLessThan(7.815)
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.3)
  })

  it('by an echo: it alone repeats most of the stem no more often than chance', () => {
    const share = shareOf(({ stem, options, key }) => {
      const asked = wordsOf(stem)
      const echoes = options.map((option) => {
        const words = [...wordsOf(option)]
        return words.filter((word) => asked.has(word)).length / words.length
      })
      return echoes.every((echo, place) => place === key || echo < (echoes[key] as number))
    })
    expect(share).toBeLessThanOrEqual(limit(0.25, items.length))
  })

  it('by absolute words: no option says "all of these" or "none of these"', () => {
    const isCatchAll = (text: string) =>
      /^(tất cả (các )?|cả (hai |ba |bốn )?|không (có )?)(đáp án|phương án|lựa chọn|câu|ý|[a-d]( |,|$))/iu.test(text)
    expect(where((item) => item.options.some(isCatchAll))).toEqual([])
  })

  function shareOf(isSo: (item: ContentItem) => boolean): number {
    return items.filter(isSo).length / items.length
  }

  function wordsOf(text: string): Set<string> {
    return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu))
  }
})

describe('the units', () => {
  const units = readUnits()

  it('are one province, 18 districts and 241 communes, parents first', () => {
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
    expect([count('province'), count('district'), count('commune')]).toEqual([1, 18, 241])
    const seen = new Set<string>()
    for (const { code, parentCode } of units) {
      if (parentCode !== null) expect(seen).toContain(parentCode)
      expect(seen).not.toContain(code)
      seen.add(code)
    }
  })
})
