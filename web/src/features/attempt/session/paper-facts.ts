import { isTyped } from '@thiso/contracts/vocab'
import type { PaperFacts } from '../outbox/core'
import type { PaperData } from './calls'

export function factsOf(paper: PaperData): PaperFacts {
  return {
    lastSeq: paper.attempt.lastSeq,
    responses: paper.responses.map(({ position, answer, savedAt }) => ({
      position,
      answer,
      savedAt: Date.parse(savedAt),
    })),
    tokens: Object.fromEntries(paper.items.map((item) => [item.position, tokensOf(item)])),
  }
}

function tokensOf({ type, options, choices }: PaperData['items'][number]): string[] | null {
  if (isTyped(type)) return null
  // What a statement is answered with has no token of its own.
  const truths = type === 'true-false-group' ? ['1', '0'] : []
  return [...[...options, ...choices].map(({ token }) => token), ...truths]
}
