/// <reference types="jest" />
import { TOPICS } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import type { Subtopic, TopicTree } from '../../lib/item-bank/queries'
import { growTopics, type SubtopicNode } from './topic-tree'

/** Trees of any depth: each subtopic hangs on one before it, of the same topic, or on its topic. */
const trees: fc.Arbitrary<TopicTree> = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...TOPICS.slice(0, 3)),
      parent: fc.option(fc.nat()),
      itemCount: fc.nat(500),
      vi: fc.string({ minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 25 },
  )
  .chain((drawn) => {
    const subtopics: Subtopic[] = []
    for (const [index, { topic, parent, itemCount, vi }] of drawn.entries()) {
      const kin = subtopics.filter((other) => other.topic === topic)
      const parentId = parent === null ? null : (kin[parent % Math.max(1, kin.length)]?.id ?? null)
      subtopics.push({ id: `s${index}`, topic, parentId, name: { vi, en: '' }, itemCount })
    }
    const placedIn = (topic: string) =>
      subtopics.reduce((sum, own) => (own.topic === topic ? sum + own.itemCount : sum), 0)
    return fc.array(fc.nat(50), { minLength: TOPICS.length, maxLength: TOPICS.length }).map((loose) => ({
      topics: TOPICS.map((topic, index) => ({ topic, itemCount: placedIn(topic) + (loose[index] as number) })),
      subtopics,
    }))
  })

const nameOf = ({ vi }: { vi: string }) => vi
const flat = (nodes: readonly SubtopicNode[]): SubtopicNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])

test('every subtopic stands in the tree once, below its own parent and topic', () => {
  fc.assert(
    fc.property(trees, (given) => {
      const grown = growTopics(given, nameOf)
      expect(grown.map(({ topic }) => topic)).toEqual([...TOPICS])
      const seen = grown.flatMap(({ topic, children }) => flat(children).map(({ subtopic }) => [topic, subtopic.id]))
      expect(seen.sort()).toEqual(given.subtopics.map(({ topic, id }) => [topic, id]).sort())
      for (const { children } of grown) {
        expect(children.every(({ subtopic }) => subtopic.parentId === null)).toBe(true)
        for (const node of flat(children))
          expect(node.children.every(({ subtopic }) => subtopic.parentId === node.subtopic.id)).toBe(true)
      }
    }),
  )
})

test('no item is lost or counted twice: a topic has those of its branches and the loose ones', () => {
  fc.assert(
    fc.property(trees, (given) => {
      for (const { topic, children, itemCount, looseCount } of growTopics(given, nameOf)) {
        expect(itemCount).toBe(given.topics.find((one) => one.topic === topic)?.itemCount)
        expect(children.reduce((sum, child) => sum + child.itemCount, looseCount)).toBe(itemCount)
        for (const node of flat(children))
          expect(node.itemCount).toBe(flat([node]).reduce((sum, { subtopic }) => sum + subtopic.itemCount, 0))
      }
    }),
  )
})

test('siblings stand in Vietnamese order', () => {
  const subtopics = ['Đông', 'Dung', 'Ân', 'An', 'Ăn'].map((vi) => ({
    id: vi,
    topic: 'concepts' as const,
    parentId: null,
    name: { vi, en: '' },
    itemCount: 0,
  }))
  const [grown] = growTopics({ topics: [{ topic: 'concepts', itemCount: 0 }], subtopics }, nameOf)
  expect(grown?.children.map(({ subtopic }) => subtopic.id)).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đông'])
})
