import type { Topic } from '@thiso/contracts/vocab'
import type { Subtopic, TopicTree } from '../../lib/item-bank/queries'
import type { LocalizedValue } from '../../lib/localized-field'

export interface SubtopicNode {
  subtopic: Subtopic
  children: SubtopicNode[]
  /** With the items of the subtopics below it: as many as the list shows when it is filtered by this one. */
  itemCount: number
}

export interface TopicNode {
  topic: Topic
  children: SubtopicNode[]
  itemCount: number
  /** Items that are in no subtopic. */
  looseCount: number
}

/**
 * The tree as the page shows it, siblings by name.
 * @param nameOf the text in the reader's language
 * @returns one node for each topic, in the order given
 */
export function growTopics({ topics, subtopics }: TopicTree, nameOf: (text: LocalizedValue) => string): TopicNode[] {
  const below = (topic: Topic, parentId: string | null): SubtopicNode[] =>
    subtopics
      .filter((subtopic) => subtopic.topic === topic && subtopic.parentId === parentId)
      .sort((a, b) => nameOf(a.name).localeCompare(nameOf(b.name), 'vi'))
      .map((subtopic) => {
        const children = below(topic, subtopic.id)
        return { subtopic, children, itemCount: subtopic.itemCount + sum(children) }
      })
  return topics.map(({ topic, itemCount }) => {
    const children = below(topic, null)
    return { topic, children, itemCount, looseCount: Math.max(0, itemCount - sum(children)) }
  })
}

function sum(nodes: readonly SubtopicNode[]): number {
  return nodes.reduce((total, node) => total + node.itemCount, 0)
}
