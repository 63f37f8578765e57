import type { PaperFacts } from '../outbox/core'
import type { PaperData } from './calls'

export function factsOf(paper: PaperData): PaperFacts {
  return {
    lastSeq: paper.attempt.lastSeq,
    responses: paper.responses.map(({ position, option, savedAt }) => ({
      position,
      option,
      savedAt: Date.parse(savedAt),
    })),
    tokens: Object.fromEntries(paper.items.map((item) => [item.position, item.options.map(({ token }) => token)])),
  }
}
