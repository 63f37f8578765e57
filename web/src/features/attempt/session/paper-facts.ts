import { isTyped } from '@thiso/contracts/vocab'
import { asWrittenHere } from '@thiso/kit/item/answers'
import type { PaperFacts } from '../outbox/core'
import type { PaperData } from './calls'

export function factsOf(paper: PaperData): PaperFacts {
  const items = new Map(paper.items.map((item) => [item.position, item]))
  return {
    lastSeq: paper.attempt.lastSeq,
    // The server may name the same picks in another order; taken for another answer, they would look like somebody else's.
    responses: paper.responses.flatMap(({ position, answer, savedAt }) => {
      const item = items.get(position)
      return item ? [{ position, answer: asWrittenHere(item, answer), savedAt: Date.parse(savedAt) }] : []
    }),
    tokens: Object.fromEntries(paper.items.map((item) => [item.position, tokensOf(item)])),
  }
}

function tokensOf({ type, options, choices }: PaperData['items'][number]): string[] | null {
  if (isTyped(type)) return null
  // What a statement is answered with has no token of its own.
  const truths = type === 'true-false-group' ? ['1', '0'] : []
  return [...[...options, ...choices].map(({ token }) => token), ...truths]
}
