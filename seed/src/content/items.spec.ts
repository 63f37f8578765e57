import { COMPETENCES, COGNITIVE_LEVELS, ITEM_TYPES, plainText, textsOf, TOPICS } from '@thiso/contracts/vocab'
import {
  type ContentItem,
  citationsOf,
  GENERAL_KNOWLEDGE,
  isUsableOn,
  readDocuments,
  readItems,
} from './read-content.js'
import { findingsOf } from './report.js'

/** What keeps a wrong, unsourced or untidy item out, over all items. */

const items = readItems()
const documents = readDocuments()
const where = (isWrong: (item: ContentItem) => boolean) => items.filter(isWrong).map((item) => item.code)
const isDay = (day: string | null) => day === null || /^20\d\d-\d\d-\d\d$/.test(day)

describe('the items', () => {
  it('are at least 600, of all topics, levels and types', () => {
    expect(items.length).toBeGreaterThanOrEqual(600)
    expect(where((item) => !TOPICS.includes(item.topic))).toEqual([])
    for (const topic of TOPICS)
      for (const level of COGNITIVE_LEVELS)
        expect(items.filter((item) => item.topic === topic && item.level === level).length).toBeGreaterThanOrEqual(8)
    expect(new Set(items.map(({ body }) => body.type))).toEqual(new Set(ITEM_TYPES))
    expect(items.filter(({ body }) => body.type !== 'single-choice').length).toBeGreaterThanOrEqual(60)
  })

  it('are in English too, 150 and more, and 40 and more are situations', () => {
    expect(items.filter(({ translations }) => translations.en).length).toBeGreaterThanOrEqual(150)
    expect(items.filter(({ tags }) => tags.includes('tình huống')).length).toBeGreaterThanOrEqual(40)
  })

  it('IB-1 are sound, and the quality check has nothing to say', () => {
    // No exceptions: an item that the check questions is worded again.
    expect(findingsOf(items)).toEqual([])
  })

  it('IB-2 may nearly all be drawn in the year of the contest, in every cell', () => {
    const day = '2026-11-23'
    const usable = items.filter((item) => isUsableOn(item, documents, day))
    expect(usable.length).toBeGreaterThanOrEqual(560)
    for (const topic of TOPICS)
      for (const level of COGNITIVE_LEVELS)
        expect(usable.filter((item) => item.topic === topic && item.level === level).length).toBeGreaterThanOrEqual(8)
  })

  it('have codes and stems of their own', () => {
    expect(where(({ code }) => !/^(CN|NP|DG|DE|DS|CS|QN|YU)-\d{3}$/.test(code))).toEqual([])
    expect(new Set(items.map((item) => item.code)).size).toBe(items.length)
    expect(new Set(items.map((item) => plainText(item.body.stem).toLowerCase())).size).toBe(items.length)
  })

  it('have four options where one is right, a statement of each truth, entries enough to order', () => {
    const isMisshapen = ({ body }: ContentItem) => {
      switch (body.type) {
        case 'single-choice':
          return body.options.length !== 4
        case 'multiple-choice':
          return body.keys.length < 2 || body.keys.length === body.options.length
        case 'true-false-group':
          return body.statements.length !== 4 || new Set(body.statements.map(({ isTrue }) => isTrue)).size !== 2
        case 'number':
          return !/\p{L}|%/u.test(body.unit)
        default:
          return false
      }
    }
    expect(where(isMisshapen)).toEqual([])
  })

  it('are written in NFC without stray spaces', () => {
    const isUntidy = (text: string) => text !== text.normalize('NFC').trim() || /\s{2}|\n|\t/.test(text)
    const allTexts = ({ body, explanation, translations: { en } }: ContentItem) => [
      body.stem,
      explanation,
      ...textsOf(body),
      ...(en ? [en.stem, en.explanation, ...en.texts] : []),
    ]
    expect(where((item) => allTexts(item).some(isUntidy))).toEqual([])
  })

  it('explain themselves and name the facts that they rest on, none of them uncertain', () => {
    expect(where(({ explanation }) => [...explanation].length < 45)).toEqual([])
    expect(where(({ facts }) => facts.length === 0)).toEqual([])
    // F1 to F8 are the lists of what was seen or is sure; the uncertain ones stand under U.
    expect(where(({ facts }) => facts.some((fact) => !/^F[1-8]-\d{3}$/.test(fact)))).toEqual([])
  })

  it('cite what is in the register, each document once; only a document with days in force is a basis', () => {
    const id = (code: string) => `id of ${code}`
    for (const { code, sources } of items) {
      const cited = citationsOf(sources, documents, id)
      expect(cited.length).toBeGreaterThan(0)
      expect(cited.length).toBeLessThanOrEqual(12)
      expect(new Set(cited.map(({ documentId }) => documentId)).size).toBe(cited.length)
      for (const { documentId, title, url } of cited) {
        expect(documentId === null).toBe(title === GENERAL_KNOWLEDGE)
        if (url !== '') expect(url).toMatch(/^https?:\/\//)
      }
      for (const { document, role } of sources)
        if (role === 'basis' && ['article', 'guide'].includes(documents[document ?? '']?.kind ?? 'article'))
          throw new Error(`${code} rests on an article`)
    }
  })

  it('name general knowledge for what it is, and refuse an unknown document', () => {
    const source = { locator: '', role: 'reference' as const }
    expect(citationsOf([{ ...source, document: null }], {}, String)).toEqual([
      { documentId: null, title: GENERAL_KNOWLEDGE, url: '', locator: '', role: 'reference' },
    ])
    expect(() => citationsOf([{ ...source, document: 'nobody' }], {}, String)).toThrow('nobody')
  })

  it('IB-2 have days of validity that make sense', () => {
    expect(where(({ validFrom, validTo }) => !isDay(validFrom) || !isDay(validTo))).toEqual([])
    expect(where(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validFrom > validTo)).toEqual([])
  })

  it('have tags, competences of the framework, and an expected difficulty', () => {
    expect(where(({ tags }) => tags.length === 0 || tags.some((tag) => tag !== tag.trim().toLowerCase()))).toEqual([])
    expect(where(({ competences }) => competences.some((code) => !COMPETENCES.includes(code as '1.1')))).toEqual([])
    expect(where(({ intendedDifficulty: it }) => !Number.isInteger(it) || it < 5 || it > 95)).toEqual([])
  })

  it('DR-5 have exclusion groups of two and more', () => {
    const sizes = new Map<string, number>()
    for (const { exclusionGroup } of items) sizes.set(exclusionGroup, (sizes.get(exclusionGroup) ?? 0) + 1)
    sizes.delete('')
    expect([...sizes].filter(([, size]) => size < 2)).toEqual([])
  })
})
