import { TOPICS } from '@thiso/contracts/vocab'
import { type ContentSubtopic, readItems, readSubtopics } from './read-content.js'

/** What keeps the topic tree in order, and every item on it. */

const subtopics = readSubtopics()
const items = readItems()
const byCode = new Map(subtopics.map((subtopic) => [subtopic.code, subtopic]))
const where = (isWrong: (subtopic: ContentSubtopic) => boolean) => subtopics.filter(isWrong).map(({ code }) => code)

describe('the subtopics', () => {
  it('are three to six below each topic', () => {
    for (const topic of TOPICS) {
      const count = subtopics.filter((subtopic) => subtopic.topic === topic).length
      expect([topic, count >= 3 && count <= 6]).toEqual([topic, true])
    }
    expect(where(({ topic }) => !TOPICS.includes(topic))).toEqual([])
  })

  it('have codes and names of their own, in both languages', () => {
    expect(byCode.size).toBe(subtopics.length)
    expect(where(({ code, topic }) => !new RegExp(`^${topic}\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(code))).toEqual([])
    for (const locale of ['vi', 'en'] as const) {
      expect(new Set(subtopics.map(({ name }) => name[locale].toLowerCase())).size).toBe(subtopics.length)
      expect(where(({ name }) => name[locale] !== name[locale].normalize('NFC').trim() || name[locale] === '')).toEqual(
        [],
      )
    }
  })

  it('stand on two levels at most, a parent of the same topic before its children', () => {
    const isMisplaced = ({ topic, parentCode }: ContentSubtopic) => {
      if (parentCode === null) return false
      const parent = byCode.get(parentCode)
      return parent?.topic !== topic || parent.parentCode !== null
    }
    expect(where(isMisplaced)).toEqual([])
    const seen = new Set<string>()
    for (const { code, parentCode } of subtopics) {
      if (parentCode !== null) expect([code, seen.has(parentCode)]).toEqual([code, true])
      seen.add(code)
    }
  })

  it('have each five items and more of their own', () => {
    expect(where(({ code }) => items.filter(({ subtopic }) => subtopic === code).length < 5)).toEqual([])
  })

  it('hold every item, in a branch of its own topic', () => {
    const isAstray = ({ topic, subtopic }: (typeof items)[number]) => byCode.get(subtopic)?.topic !== topic
    expect(items.filter(isAstray).map(({ code }) => code)).toEqual([])
  })
})
