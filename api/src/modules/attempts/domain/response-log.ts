import type { ItemResponse } from '@thiso/contracts/vocab'

/** One recorded answer, in the author's indices or as typed; null for "left blank again". */
export interface ResponseEvent {
  seq: number
  position: number
  response: ItemResponse | null
}

/**
 * AT-4: the responses of an attempt are a pure function of its events: for each position the event with the highest sequence
 * number, in whatever order the events arrived. Positions left blank are absent.
 */
export function currentResponses(events: Iterable<ResponseEvent>): Map<number, ItemResponse> {
  const latest = new Map<number, ResponseEvent>()
  for (const event of events) {
    const known = latest.get(event.position)
    if (!known || event.seq > known.seq) latest.set(event.position, event)
  }
  const responses = new Map<number, ItemResponse>()
  for (const [position, event] of latest) if (event.response !== null) responses.set(position, event.response)
  return responses
}

/**
 * AT-4: the log with more events in it: the same number with the same content is the same event; null when a number comes with
 * other content, which nobody's page sends and nothing may be guessed from.
 */
export function withEvents<T extends ResponseEvent>(log: readonly T[], more: readonly T[]): T[] | null {
  const bySeq = new Map(log.map((event) => [event.seq, event]))
  for (const event of more) {
    const known = bySeq.get(event.seq)
    if (known && !isSame(known, event)) return null
    if (!known) bySeq.set(event.seq, event)
  }
  return [...bySeq.values()]
}

function isSame(a: ResponseEvent, b: ResponseEvent): boolean {
  return a.position === b.position && JSON.stringify(a.response) === JSON.stringify(b.response)
}

/**
 * AT-12: of the last answers that come with an act, those that still count: on a one-way paper only those to the open place while its
 * clock runs, and the prediction (place 0). The others are left out without a word; the answer to the act tells what is recorded.
 */
export function takable<T extends ResponseEvent & { receivedAt: Date }>(
  paper: { openPosition: number | null; openUntil: Date | null },
  events: readonly T[],
): T[] {
  const { openPosition, openUntil } = paper
  if (openPosition === null) return [...events]
  return events.filter(
    ({ position, receivedAt }) =>
      position === 0 || (position === openPosition && (openUntil === null || receivedAt <= openUntil)),
  )
}
